package org.zhigong.jobs;

import java.util.Locale;
import org.zhigong.marts.Unit;

/** A value with its unit, as a person reads it. */
final class ShownValue {

    private static final double FEN_PER_YUAN = 100;

    private ShownValue() {}

    /** @param unit the word of a {@link Unit}, as figures state it; a release of later code may have others */
    static String of(double value, String unit) {
        for (Unit known : Unit.values()) {
            if (known.word().equals(unit)) {
                return of(value, known);
            }
        }
        return number(value) + " " + unit;
    }

    private static String of(double value, Unit unit) {
        return switch (unit) {
            case RATE -> String.format(Locale.ROOT, "%.2f %%", value * 100);
            case PER_MILLE -> String.format(Locale.ROOT, "%.2f ‰", value);
            case FEN -> String.format(Locale.ROOT, "%,.2f 元 yuan", value / FEN_PER_YUAN);
            case RATIO, COUNT -> number(value);
            case PER_10K -> String.format(Locale.ROOT, "%.2f %s", value, words(unit));
            case MINUTES, HOURS, DAYS -> number(value) + " " + words(unit);
        };
    }

    private static String words(Unit unit) {
        return unit.label().zh() + " " + unit.label().en();
    }

    private static String number(double number) {
        return number == Math.rint(number)
                ? String.format(Locale.ROOT, "%,.0f", number)
                : String.format(Locale.ROOT, "%.3f", number);
    }
}
