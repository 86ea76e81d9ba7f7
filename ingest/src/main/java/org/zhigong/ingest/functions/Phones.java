package org.zhigong.ingest.functions;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Phone numbers. */
public final class Phones {

    /** The number without spaces and country code; issues PHONE_MASKED, PHONE_BAD. */
    public static final CellParser<String> PHONE = new CellParser<>() {
        @Override
        public @Nullable String value(String text) {
            String number = number(text);
            return isMobile(number) || LANDLINE.matcher(number).matches() ? number : null;
        }

        @Override
        public @Nullable String issue(String text) {
            if (value(text) != null) {
                return null;
            }
            return number(text).indexOf('*') >= 0 ? "PHONE_MASKED" : "PHONE_BAD";
        }
    };

    private static final Pattern LANDLINE = Pattern.compile("(0\\d{2,3}-?)?\\d{7,8}(-\\d{1,6})?");
    private static final Pattern COUNTRY = Pattern.compile("^(\\+|00)86-?");

    private Phones() {}

    private static boolean isMobile(String number) {
        return number.length() == 11
                && number.charAt(0) == '1'
                && number.charAt(1) >= '3'
                && Texts.isDigits(number, 0, 11);
    }

    private static String number(String text) {
        String code = Texts.code(text);
        if (isMobile(code)) {
            return code;
        }
        String local = COUNTRY.matcher(code).replaceFirst("");
        String joined = local.replace("-", "");
        return isMobile(joined) ? joined : local;
    }
}
