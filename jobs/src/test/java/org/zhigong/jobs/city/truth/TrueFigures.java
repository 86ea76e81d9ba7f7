package org.zhigong.jobs.city.truth;

import java.util.List;

/** Figures by the words a test asks with. */
record TrueFigures(List<TrueFigure> all) {

    /** The figure of {@code indicator} for the whole city. */
    TrueFigure city(String indicator, String period) {
        return at(indicator, period, "geo", "city", "110000");
    }

    /** The figure of a category for the whole city. */
    TrueFigure category(String indicator, String period, String category) {
        return one(all.stream()
                .filter(figure -> isUncrossed(figure, indicator, period, "geo", "city", "110000"))
                .filter(figure -> figure.category().equals(category))
                .toList());
    }

    /** The figure of {@code indicator} for the whole city, in one value of a breakdown. */
    TrueFigure by(String indicator, String period, String breakdown, String value) {
        return one(all.stream()
                .filter(figure -> figure.indicator().equals(indicator))
                .filter(figure -> figure.period().equals(period))
                .filter(figure -> figure.placeScheme().equals("geo"))
                .filter(figure -> figure.placeLevel().equals("city"))
                .filter(figure -> figure.breakdown().equals(breakdown))
                .filter(figure -> figure.breakdownValue().equals(value))
                .toList());
    }

    TrueFigure at(String indicator, String period, String scheme, String level, String place) {
        return one(find(indicator, period, scheme, level, place));
    }

    List<TrueFigure> find(String indicator, String period, String scheme, String level, String place) {
        return all.stream()
                .filter(figure -> isUncrossed(figure, indicator, period, scheme, level, place))
                .toList();
    }

    /** Numerator and denominator, as {@code 150/160}; of a count the numerator alone. */
    String parts(String indicator, String period) {
        return parts(city(indicator, period));
    }

    static String parts(TrueFigure figure) {
        return figure.denominator() == null ? "" + figure.numerator() : figure.numerator() + "/" + figure.denominator();
    }

    private static boolean isUncrossed(
            TrueFigure figure, String indicator, String period, String scheme, String level, String place) {
        return figure.indicator().equals(indicator)
                && figure.period().equals(period)
                && figure.placeScheme().equals(scheme)
                && figure.placeLevel().equals(level)
                && figure.place().equals(place)
                && figure.breakdown().equals("none");
    }

    private static TrueFigure one(List<TrueFigure> found) {
        if (found.size() != 1) {
            throw new AssertionError("Expected one figure, found %d".formatted(found.size()));
        }
        return found.get(0);
    }
}
