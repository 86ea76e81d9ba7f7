package org.zhigong.ingest.functions;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whom an agreement states to cover, in one text: {@code 涵盖企业: 120家 职工: 3,400人}. */
public final class Coverages {

    private static final String NUMBER = "(?:人数|家数|数)?:?(\\d[\\d,.]*万?)(?![\\d,.万余多])";

    /** How many employers, where the text states both. Issues: COVERAGE_INVALID. Notes NUM_TEXT. */
    public static final CellParser<Long> EMPLOYERS = new Stated("(?:企业|单位)" + NUMBER, "职工" + NUMBER);

    /** How many workers, where the text states both. Issues: COVERAGE_INVALID. Notes NUM_TEXT. */
    public static final CellParser<Long> WORKERS = new Stated("职工" + NUMBER, "(?:企业|单位)" + NUMBER);

    private Coverages() {}

    /** A number after a word, beside another one; about how many is not read, and nothing is guessed. */
    private static final class Stated implements CellParser<Long> {

        private final Pattern wanted;
        private final Pattern other;

        Stated(String wanted, String other) {
            this.wanted = Pattern.compile(wanted);
            this.other = Pattern.compile(other);
        }

        @Override
        public @Nullable Long value(String text) {
            String code = Texts.code(text);
            return number(other, code) == null ? null : number(wanted, code);
        }

        @Override
        public @Nullable String issue(String text) {
            return value(text) == null ? "COVERAGE_INVALID" : null;
        }

        @Override
        public @Nullable String note(String text) {
            return value(text) == null ? null : "NUM_TEXT";
        }

        private static @Nullable Long number(Pattern form, String code) {
            Matcher found = form.matcher(code);
            return found.find() ? Counts.COUNT.value(found.group(1)) : null;
        }
    }
}
