package org.zhigong.jobs.briefing;

/** What stands at the marks of an axis. */
final class Axis {

    private static final double FEN_PER_WAN = 1_000_000;
    private static final double FEN_PER_MILLION = 100_000_000;

    private Axis() {}

    /** A mark, with as many decimals as tell it from the next. */
    static String label(double mark, Scale scale, Indicator indicator, Language language) {
        return switch (indicator.unit()) {
            case "rate" -> Numbers.fixed(mark * 100, decimals(scale.step() * 100)) + "%";
            case "fen" ->
                switch (language) {
                    case ZH -> Numbers.fixed(mark / FEN_PER_WAN, decimals(scale.step() / FEN_PER_WAN)) + "万";
                    case EN -> Numbers.fixed(mark / FEN_PER_MILLION, decimals(scale.step() / FEN_PER_MILLION)) + "m";
                };
            default -> Numbers.fixed(mark, decimals(scale.step()));
        };
    }

    private static int decimals(double step) {
        for (int decimals = 0; decimals < 3; decimals++) {
            double scaled = step * Math.pow(10, decimals);
            if (Math.abs(scaled - Math.rint(scaled)) < 1e-6) {
                return decimals;
            }
        }
        return 3;
    }
}
