package org.zhigong.jobs.briefing;

import java.util.ArrayList;
import java.util.List;

/**
 * The axis of a chart: from a round number to a round number in round steps.
 *
 * @param least where it begins
 * @param most where it ends
 * @param step the distance of its marks
 */
record Scale(double least, double most, double step) {

    private static final double[] ROUND = {1, 2, 2.5, 5, 10};
    private static final int STEPS = 4;
    private static final double NEAR_ZERO = 0.4; // of the greatest: below it an axis begins at nothing

    /** An axis that holds everything from {@code low} to {@code high}. */
    static Scale around(double low, double high) {
        double from = low >= 0 && low < high * NEAR_ZERO ? 0 : low;
        double span = high > from ? high - from : Math.max(Math.abs(high), 1) / 2;
        double step = round(span / STEPS);
        double least = Math.floor(from / step + 1e-9) * step;
        double most = Math.ceil(high / step - 1e-9) * step;
        return new Scale(least, most > least ? most : least + step, step);
    }

    private static double round(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double round : ROUND) {
            if (round * power >= rough * (1 - 1e-9)) {
                return round * power;
            }
        }
        return 10 * power;
    }

    /** Where {@code value} lies between the ends, from 0 to 1. */
    double share(double value) {
        return (value - least) / (most - least);
    }

    /** Its marks. */
    List<Double> marks() {
        List<Double> marks = new ArrayList<>();
        for (int i = 0; least + i * step <= most + step / 1e6; i++) {
            marks.add(least + i * step);
        }
        return marks;
    }
}
