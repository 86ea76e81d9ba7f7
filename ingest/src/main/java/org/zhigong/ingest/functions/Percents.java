package org.zhigong.ingest.functions;

import org.jspecify.annotations.Nullable;

/** Percentages, exact, in basis points. */
public final class Percents {

    /** No percentage of anything here lies beyond a thousand. */
    private static final long MOST = 100_000;

    /**
     * 95, 95% and 95.00 are 9500 basis points. So 0.95 are 95; whether it was meant so only the whole column can show.
     * Issues: NUM_APPROX, PERCENT_INVALID. Notes NUM_TEXT.
     */
    public static final CellParser<Long> BASIS_POINTS = new CellParser<>() {
        @Override
        public @Nullable Long value(String text) {
            NumberText number = NumberText.isApproximate(text) ? null : NumberText.of(text);
            Long points = number != null && isPercent(number) ? number.times(100) : null;
            return points == null || Math.abs(points) > MOST ? null : points;
        }

        @Override
        public @Nullable String issue(String text) {
            if (value(text) != null) {
                return null;
            }
            return NumberText.isApproximate(text) ? "NUM_APPROX" : "PERCENT_INVALID";
        }

        @Override
        public @Nullable String note(String text) {
            return value(text) != null && !text.chars().allMatch(c -> Texts.isDigit((char) c) || c == '.')
                    ? "NUM_TEXT"
                    : null;
        }
    };

    private Percents() {}

    private static boolean isPercent(NumberText number) {
        return number.multiplier() == 1
                && (number.suffix().isEmpty() || number.suffix().equals("%"));
    }
}
