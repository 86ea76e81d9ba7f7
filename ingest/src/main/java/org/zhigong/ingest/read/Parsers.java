package org.zhigong.ingest.read;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhigong.ingest.functions.CellParser;
import org.zhigong.ingest.functions.PairParser;
import org.zhigong.ingest.functions.PersonDocuments;
import org.zhigong.ingest.functions.PersonKey;
import org.zhigong.ingest.functions.PersonNames;
import org.zhigong.ingest.functions.Redaction;
import org.zhigong.ingest.functions.ResidentIds;
import org.zhigong.ingest.functions.TestWords;
import org.zhigong.ingest.functions.Texts;

/** Parsers for what is kept of a cell, where that is more than the domain's function: pseudonyms, redacted text. */
final class Parsers {

    private static final String LOST = "ID_PRECISION_LOST";

    private Parsers() {}

    private static @Nullable String noteOf(String text) {
        String cleaning = Texts.TEXT.note(text);
        return cleaning == null && Texts.isLikeFormula(text) ? "CSV_INJECTION" : cleaning;
    }

    /**
     * Clean text, without what names a person.
     *
     * @param isRoster whether the rows are persons, whose names and numbers may stand in the wrong column
     */
    record KeptText(Optional<Pattern> pattern, boolean isRoster) implements CellParser<String> {

        @Override
        public @Nullable String value(String text) {
            String clean = Texts.clean(text);
            return issueOf(clean) == null ? redacted(clean) : null;
        }

        private String redacted(String clean) {
            if (pattern.isPresent() || !isRoster) {
                return Redaction.redact(clean);
            }
            return Redaction.redactInRoster(clean);
        }

        @Override
        public @Nullable String issue(String text) {
            return issueOf(Texts.clean(text));
        }

        @Override
        public @Nullable String note(String text) {
            String clean = Texts.clean(text);
            return redacted(clean).equals(clean) ? noteOf(text) : "PII_IN_TEXT";
        }

        private @Nullable String issueOf(String clean) {
            if (pattern.isPresent()) {
                return pattern.get().matcher(clean).matches() ? null : "PATTERN";
            }
            return TestWords.isTest(clean) ? "TEST_ROWS" : Texts.isScientific(clean) ? LOST : null;
        }
    }

    /**
     * What people write in their own words, of which nothing is kept: it only tells whether it has personal numbers.
     */
    record FreeText() implements CellParser<String> {

        @Override
        public String value(String text) {
            return "";
        }

        @Override
        public @Nullable String issue(String text) {
            return null;
        }

        @Override
        public @Nullable String note(String text) {
            String clean = Texts.clean(text);
            return Redaction.redact(clean).equals(clean) ? null : "PII_IN_TEXT";
        }
    }

    /**
     * A text that names a row: it is never changed, so what names a person makes it no key at all.
     *
     * @param isPersonal whether the feed has persons, whose names and numbers may stand in the wrong column
     */
    record KeyText(Optional<Pattern> pattern, boolean isPersonal) implements CellParser<String> {

        /** Mobiles, travel documents, cards; the keys that offices give have two letters or more, or few digits. */
        private static final Pattern NUMBER =
                Pattern.compile("1[3-9]\\d{9}|[A-Za-z]{1,3}\\d{8,9}|[A-Za-z]\\d{10}|\\d{15,21}");

        @Override
        public @Nullable String value(String text) {
            return issue(text) == null ? Texts.clean(text) : null;
        }

        @Override
        public @Nullable String issue(String text) {
            String clean = Texts.clean(text);
            if (pattern.isPresent()) {
                return pattern.get().matcher(clean).matches() ? null : "PATTERN";
            }
            if (TestWords.isTest(clean)) {
                return "TEST_ROWS";
            }
            if (Texts.isScientific(clean)) {
                return LOST;
            }
            boolean isPerson = clean.length() == 18 && PersonDocuments.NUMBER.value("ID", clean) != null;
            boolean isOther = isPersonal && (NUMBER.matcher(clean).matches() || !isAscii(clean));
            return isPerson || isOther ? "PII_IN_TEXT" : null;
        }

        @Override
        public @Nullable String note(String text) {
            return noteOf(text);
        }

        private static boolean isAscii(String text) {
            return text.chars().allMatch(c -> c < 0x7f);
        }
    }

    /** The text itself where {@code judge} has a value for it: what nobody understands is not kept. */
    record KnownText(CellParser<?> judge) implements CellParser<String> {

        @Override
        public @Nullable String value(String text) {
            return judge.value(text) == null ? null : Redaction.redact(Texts.clean(text));
        }

        @Override
        public @Nullable String issue(String text) {
            return judge.issue(text);
        }

        @Override
        public @Nullable String note(String text) {
            return Texts.TEXT.note(text);
        }
    }

    /** The code of a registration type where its group is known. */
    record KnownCode(PairParser<?> judge) implements PairParser<String> {

        @Override
        public @Nullable String value(@Nullable String context, String text) {
            return judge.value(context, text) == null ? null : Texts.code(text);
        }

        @Override
        public @Nullable String issue(@Nullable String context, String text) {
            return judge.issue(context, text);
        }

        @Override
        public @Nullable String note(@Nullable String context, String text) {
            return judge.note(context, text);
        }
    }

    /** The pseudonym of a name, behind a sign that says whether the name was written in the one form of names. */
    record Name(PersonKey key) implements CellParser<String> {

        /** Before the pseudonym of a name that was written in another form. */
        static final String VARIANT = "~";

        private static final String SAME = "=";

        @Override
        public @Nullable String value(String text) {
            String name = PersonNames.NAME.value(text);
            return name == null ? null : (name.equals(text) ? SAME : VARIANT) + key.name(name);
        }

        @Override
        public @Nullable String issue(String text) {
            return PersonNames.NAME.issue(text);
        }

        @Override
        public @Nullable String note(String text) {
            return PersonNames.NAME.note(text);
        }
    }

    /**
     * What is kept of a document number, all in one text, since the number is looked at once only: the sex (1
     * character), the date of birth (10), both blank if the number does not hold them, then the pseudonym.
     */
    record Document(PersonKey key) implements PairParser<String> {

        private static final String NO_BIRTH = " ".repeat(10);

        /** The sex in what {@link #value} gave. */
        static @Nullable String sex(String value) {
            return value.charAt(0) == ' ' ? null : value.substring(0, 1);
        }

        /** The date of birth in what {@link #value} gave. */
        static @Nullable LocalDate birth(String value) {
            return value.charAt(1) == ' ' ? null : LocalDate.parse(value.substring(1, 11));
        }

        @Override
        public @Nullable String value(@Nullable String context, String text) {
            String number = PersonDocuments.NUMBER.value(context, text);
            if (number == null) {
                return null;
            }
            String sex = ResidentIds.sex(number);
            LocalDate birth = ResidentIds.birth(number);
            return (sex == null ? " " : sex)
                    + (birth == null ? NO_BIRTH : birth.toString())
                    + key.person(PersonDocuments.kind(context, number), number);
        }

        @Override
        public @Nullable String issue(@Nullable String context, String text) {
            return PersonDocuments.NUMBER.issue(context, text);
        }

        @Override
        public @Nullable String note(@Nullable String context, String text) {
            return PersonDocuments.NUMBER.note(context, text);
        }
    }
}
