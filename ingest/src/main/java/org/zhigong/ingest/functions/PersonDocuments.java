package org.zhigong.ingest.functions;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers of documents that identify a person. The context is the code of {@code doc_type}; null: only an ID fits. */
public final class PersonDocuments {

    /**
     * The one form of a number in which persons are compared. Issues: TEST_ROWS, ID_MASKED, ID_PRECISION_LOST,
     * ID_CHECK_FAIL, ID_INVALID, DOC_TYPE_MISMATCH, DOC_INVALID. Notes: ID_15, ID_X_FORM, DOC_TYPE_INFERRED.
     */
    public static final PairParser<String> NUMBER = new PairParser<>() {
        @Override
        public @Nullable String value(@Nullable String context, String text) {
            String number = strip(text);
            return judge(context, number) == null ? canonical(context, number) : null;
        }

        @Override
        public @Nullable String issue(@Nullable String context, String text) {
            return judge(context, strip(text));
        }

        @Override
        public @Nullable String note(@Nullable String context, String text) {
            String number = strip(text);
            boolean isId = context == null || context.equals("ID");
            if (isId && number.length() == 15) {
                return "ID_15";
            }
            if (number.endsWith("X") && !Texts.squeeze(text, "").endsWith("X")) {
                return "ID_X_FORM";
            }
            if (isId && !kind(context, number).equals("ID")) {
                return "DOC_TYPE_INFERRED";
            }
            return Texts.cleaning(text);
        }
    };

    private static final Pattern MASKED = Pattern.compile(".*(\\*|X{2}|\\?{3}).*");
    private static final Pattern HONG_KONG_MACAO = Pattern.compile("[HM](\\d{8}(\\d{2})?|[A-Z]\\d{6,7})");
    private static final Pattern TAIWAN = Pattern.compile("\\d{8}|\\d{10}(\\([A-Z]\\)|[A-Z])?");
    private static final Pattern FOREIGN_RESIDENT = Pattern.compile("[A-Z]{3}\\d{12}");
    private static final Pattern PASSPORT = Pattern.compile("[A-Z0-9]{5,17}");

    private PersonDocuments() {}

    /**
     * The kind of document that a number in its one form is of, so that one person has one pseudonym whether the kind
     * was stated or not: what the number itself says, else {@code context}.
     */
    public static String kind(@Nullable String context, String number) {
        if (number.length() == 18 && ResidentIds.hasForm(number)) {
            if (number.charAt(0) == '9') {
                return "FOREIGN_PR";
            }
            return number.charAt(0) == '8' && number.startsWith("0000", 2) ? "HMT_RESIDENCE" : "ID";
        }
        return context == null ? "ID" : context;
    }

    private static @Nullable String judge(@Nullable String context, String number) {
        if (isTyped(number)) {
            return "TEST_ROWS";
        }
        return switch (context == null ? "ID" : context) {
            case "ID" -> judgeId(number);
            case "HMT_RESIDENCE", "FOREIGN_PR" -> judgeResident(kind(null, number), context, number);
            case "MAINLAND_TRAVEL_HKMO" -> judgeForm(HONG_KONG_MACAO, number);
            case "MAINLAND_TRAVEL_TW" -> judgeForm(TAIWAN, number);
            case "PASSPORT" -> judgePassport(number);
            default -> number.isEmpty() || number.length() > 20 ? "DOC_INVALID" : null;
        };
    }

    private static @Nullable String judgeId(String number) {
        if (ResidentIds.hasForm(number)) {
            return judgeEighteen(number);
        }
        if (number.length() == 15 && Texts.isDigits(number, 0, 15)) {
            return ResidentIds.birth(toEighteen(number)) == null ? "ID_INVALID" : null;
        }
        if (MASKED.matcher(number).matches()) {
            return "ID_MASKED";
        }
        if (Texts.isScientific(number)) {
            return "ID_PRECISION_LOST";
        }
        boolean isOther = HONG_KONG_MACAO.matcher(number).matches()
                || FOREIGN_RESIDENT.matcher(number).matches()
                || (PASSPORT.matcher(number).matches() && Character.isLetter(number.charAt(0)));
        return isOther ? "DOC_TYPE_MISMATCH" : "ID_INVALID";
    }

    private static @Nullable String judgeEighteen(String number) {
        if (!ResidentIds.isChecked(number)) {
            return ResidentIds.endsInZeros(number) ? "ID_PRECISION_LOST" : "ID_CHECK_FAIL";
        }
        return ResidentIds.birth(number) == null ? "ID_INVALID" : null;
    }

    private static @Nullable String judgeResident(String found, @Nullable String stated, String number) {
        if (FOREIGN_RESIDENT.matcher(number).matches() && "FOREIGN_PR".equals(stated)) {
            return null;
        }
        if (!ResidentIds.hasForm(number)) {
            return MASKED.matcher(number).matches() ? "ID_MASKED" : "DOC_INVALID";
        }
        return found.equals(stated) ? judgeEighteen(number) : "DOC_TYPE_MISMATCH";
    }

    private static @Nullable String judgePassport(String number) {
        if (ResidentIds.hasForm(number) && judgeEighteen(number) == null) {
            return "DOC_TYPE_MISMATCH";
        }
        return judgeForm(PASSPORT, number);
    }

    private static @Nullable String judgeForm(Pattern form, String number) {
        if (form.matcher(number).matches()) {
            return null;
        }
        return number.indexOf('*') >= 0 ? "ID_MASKED" : "DOC_INVALID";
    }

    private static String canonical(@Nullable String context, String number) {
        if (number.length() == 15 && (context == null || context.equals("ID"))) {
            return toEighteen(number);
        }
        if ("MAINLAND_TRAVEL_HKMO".equals(context) && number.length() == 11 && Texts.isDigit(number.charAt(1))) {
            return number.substring(0, 9); // the last two digits count re-issues
        }
        return "MAINLAND_TRAVEL_TW".equals(context) ? number.replace("(", "").replace(")", "") : number;
    }

    private static String toEighteen(String number) {
        String seventeen = number.substring(0, 6) + "19" + number.substring(6);
        return seventeen + ResidentIds.check(seventeen);
    }

    private static String strip(String text) {
        if (text.length() == 18 && ResidentIds.hasForm(text)) {
            return text;
        }
        String code = Texts.code(text).replace("-", "");
        if (code.length() != 18) {
            return code;
        }
        char last = code.charAt(17);
        boolean isLikeX = last == '×' || last == 'Χ' || last == 'Х'; // multiplication sign, Greek, Cyrillic
        return isLikeX ? code.substring(0, 17) + 'X' : code;
    }

    /** Whether somebody ran a finger along the keyboard: one digit only, or each digit the last one plus one. */
    private static boolean isTyped(String number) {
        if (number.length() < 6) {
            return false;
        }
        boolean isSame = true;
        boolean isRising = true;
        for (int i = 1; i < number.length() - 1; i++) {
            int step = number.charAt(i) - number.charAt(i - 1);
            isSame = isSame && step == 0;
            isRising = isRising && (step == 1 || step == -9);
        }
        return isSame || isRising;
    }
}
