package org.zhigong.ingest.functions;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whole numbers that count something. */
public final class Counts {

    /** No one counts beyond it; what is longer is a number of a person or a telephone in the wrong column. */
    private static final long MOST = 999_999_999;

    private static final int MOST_DIGITS = 9;

    /**
     * A count. Issues: NUM_APPROX, NEGATIVE_COUNT, COUNT_INVALID. Notes NUM_TEXT: {@code 1,234}, {@code 12.3万},
     * {@code 20人}.
     */
    public static final CellParser<Long> COUNT = new CellParser<>() {
        @Override
        public @Nullable Long value(String text) {
            if (text.length() <= MOST_DIGITS && NumberText.isPlain(text)) {
                return Long.valueOf(text);
            }
            Long number = NumberText.isApproximate(text) ? null : number(text);
            return number == null || number < 0 || number > MOST ? null : number;
        }

        @Override
        public @Nullable String issue(String text) {
            if (value(text) != null) {
                return null;
            }
            if (NumberText.isApproximate(text)) {
                return "NUM_APPROX";
            }
            Long number = number(text);
            return number != null && number < 0 ? "NEGATIVE_COUNT" : "COUNT_INVALID";
        }

        @Override
        public @Nullable String note(String text) {
            return NumberText.isPlain(text) || value(text) == null ? null : "NUM_TEXT";
        }
    };

    private static final Set<String> UNITS =
            Set.of("", "人", "名", "家", "个", "户", "位", "件", "份", "条", "次", "年", "人次", "家企业", "户企业");

    private Counts() {}

    private static @Nullable Long number(String text) {
        NumberText number = NumberText.of(text);
        return number == null || !UNITS.contains(number.suffix()) ? null : number.times(1);
    }
}
