package org.zhigong.ingest.functions;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Amounts of money, exact, in fen. A unit written in the cell counts before the unit of the column. */
public final class Money {

    /**
     * An amount in yuan. Issues: NUM_APPROX, MONEY_TOO_EXACT (parts of a fen, which are never rounded), MONEY_INVALID.
     * Notes NUM_TEXT.
     */
    public static final CellParser<Long> YUAN = new Amounts(1);

    /** An amount in ten thousand yuan; issues and notes as {@link #YUAN}. */
    public static final CellParser<Long> WAN_YUAN = new Amounts(10_000);

    private static final Set<String> YUAN_WORDS = Set.of("元", "人民币", "元人民币", "人民币元", "RMB", "CNY");

    private Money() {}

    /** Digits with at most two decimals, few enough to fit: the form of nearly every amount of a clean file. */
    private static boolean isPlain(String text) {
        int length = text.length();
        int point = text.indexOf('.');
        if (length > 12 || point < 0) {
            return length <= 12 && NumberText.isPlain(text);
        }
        return length - point <= 3 && Texts.isDigits(text, 0, point) && Texts.isDigits(text, point + 1, length);
    }

    /** The fen of a plain amount. */
    private static long plain(String text) {
        int point = text.indexOf('.');
        if (point < 0) {
            return 100 * Long.parseLong(text);
        }
        long fraction = Long.parseLong(text, point + 1, text.length(), 10);
        boolean isTenths = text.length() - point == 2;
        return 100 * Long.parseLong(text, 0, point, 10) + (isTenths ? 10 * fraction : fraction);
    }

    private record Amounts(long yuan) implements CellParser<Long> {

        @Override
        public @Nullable Long value(String text) {
            if (isPlain(text)) {
                return plain(text) * yuan;
            }
            NumberText number = NumberText.isApproximate(text) ? null : NumberText.of(text);
            return number == null || !isMoney(number) ? null : number.times(100 * unit(number));
        }

        @Override
        public @Nullable String issue(String text) {
            if (value(text) != null) {
                return null;
            }
            if (NumberText.isApproximate(text)) {
                return "NUM_APPROX";
            }
            NumberText number = NumberText.of(text);
            boolean isFraction =
                    number != null && isMoney(number) && number.amount().scale() > 0;
            return isFraction ? "MONEY_TOO_EXACT" : "MONEY_INVALID";
        }

        @Override
        public @Nullable String note(String text) {
            if (isPlain(text) || value(text) == null) {
                return null;
            }
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (!Texts.isDigit(c) && c != '.' && c != '-') {
                    return "NUM_TEXT";
                }
            }
            return null;
        }

        private long unit(NumberText number) {
            boolean isStated = number.multiplier() > 1 || !number.suffix().isEmpty();
            return isStated ? 1 : yuan;
        }

        private static boolean isMoney(NumberText number) {
            return number.suffix().isEmpty() || YUAN_WORDS.contains(number.suffix());
        }
    }
}
