package org.zhigong.jobs.city.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the agreements of areas and industries are like. Kinds follow one another in a fixed round, so that the smallest
 * city has each: by list, by rule, by both, by nothing but totals.
 */
final class PactLaw {

    private static final double WORKERS = 13_100_000;
    private static final double LISTED_FIRMS = 42_000;
    private static final String[] INDUSTRIES = {"H62", "E47", "F52", "L72", "C21", "O80", "G54", "I65", "P83", "F51"};

    /** The share of employers that may stand on a list: enterprises of a middling size. */
    private static final double LISTABLE = 0.38;

    private final Dice dice;
    private final Places places;
    private final Terms terms;
    private final double scale;
    private final double firmsPerList;

    PactLaw(Dice dice, Places places, double scale) {
        this.dice = dice;
        this.places = places;
        this.scale = scale;
        terms = new Terms(dice);
        firmsPerList = Math.max(5, Math.min(140, LISTED_FIRMS * scale / Math.max(14, 230 * scale)));
    }

    Pact area(int number) {
        int street = places.street(dice.unit(Purpose.AGREEMENT, -1, number), dice.unit(Purpose.AGREEMENT, -2, number));
        String wide = scale < 0.05 ? places.district(street) : places.street(street);
        return switch (number % 13) {
            case 0, 2, 4, 6, 8, 10 -> pact(number, wide, null, List.of(), share(wide, 1), true);
            case 1 -> pact(number, places.street(street), null, List.of(rule(places.street(street))), 0, false);
            case 3 -> pact(number, places.street(street), null, bySize(places.street(street)), 0, true);
            case 5 -> pact(number, places.district(street), null, bySectionAndSize(number, street), 0, false);
            case 7 -> pact(number, places.street(street), null, byOwnership(places.street(street)), 0, true);
            case 9 -> pact(number, wide, null, byOwnership(places.street(street)), share(wide, 1), true);
            case 11 -> pact(number, places.district(street), null, bySection(number, street), 0, true);
            default -> totals(number, number % 26 == 12 ? places.street(street) : places.district(street), null);
        };
    }

    Pact industry(int number) {
        String industry = INDUSTRIES[number % INDUSTRIES.length];
        int street = places.street(dice.unit(Purpose.AGREEMENT, -3, number), dice.unit(Purpose.AGREEMENT, -4, number));
        String district = places.district(street);
        return switch (number % 13) {
            case 0, 3, 6, 8, 10 -> pact(number, "110000", industry, List.of(), share("110000", 0.09), true);
            case 1, 4 ->
                pact(number, district, industry, List.of(new Pact.Rule(district, industry, null, null)), 0, true);
            case 2 ->
                pact(number, "110000", industry, List.of(new Pact.Rule("110000", industry, "small", null)), 0, true);
            case 5 -> pact(number, "110000", "H", List.of(new Pact.Rule("110000", "H", "micro", "PRIVATE")), 0, false);
            case 7 ->
                pact(number, district, industry, List.of(new Pact.Rule(null, industry, "medium", null)), 0, false);
            case 9 ->
                pact(
                        number,
                        district,
                        industry,
                        List.of(new Pact.Rule(district, industry, null, "SOE")),
                        share(district, 0.09),
                        true);
            case 11 -> totals(number, district, industry.substring(0, 1));
            default -> totals(number, "110000", industry);
        };
    }

    /** Whether an agreement states whom it covers by nothing but totals. */
    static boolean statesTotalsOnly(String agreementId) {
        int number = Integer.parseInt(agreementId.substring(3, 12));
        return switch (agreementId.charAt(2)) {
            case '2' -> number % 13 >= 11;
            case '3' -> number % 13 == 12;
            default -> false;
        };
    }

    private Pact totals(int number, String area, @Nullable String industry) {
        double workers = WORKERS * scale * share(area) * (industry == null ? 0.05 : 0.004);
        long stated = Math.max(6, Math.round(workers));
        return new Pact(
                number,
                industry != null,
                area,
                industry,
                List.of(),
                0,
                Math.max(1, stated / 12),
                stated,
                chain(number, industry, stated));
    }

    private Pact pact(
            int number,
            String area,
            @Nullable String industry,
            List<Pact.Rule> rules,
            double listShare,
            boolean isStated) {
        long units = Math.round(firmsPerList);
        return new Pact(
                number,
                industry != null,
                area,
                industry,
                rules,
                listShare,
                isStated ? units : null,
                isStated ? units * 14 : null,
                chain(number, industry, units * 14));
    }

    private List<Term> chain(int number, @Nullable String industry, long workers) {
        boolean isWage = number % 5 < 3;
        int months = isWage ? 12 : 36;
        int start = number % 4 == 3
                ? 1 + dice.below(70, Purpose.AGREEMENT, -5, number)
                : -dice.below(months, Purpose.AGREEMENT, -5, number);
        String level = industry == null ? "3" : "2";
        return terms.of(
                new Terms.Chain(number, level, isWage ? "2" : "1", months, start, Months.LAST + 1, null, workers));
    }

    private static Pact.Rule rule(String area) {
        return new Pact.Rule(area, null, null, null);
    }

    private static List<Pact.Rule> bySize(String area) {
        return List.of(new Pact.Rule(area, null, "micro", null), new Pact.Rule(area, null, "small", null));
    }

    private static List<Pact.Rule> byOwnership(String area) {
        return List.of(new Pact.Rule(area, null, null, "PRIVATE"), new Pact.Rule(area, null, null, "HMT"));
    }

    private List<Pact.Rule> bySectionAndSize(int number, int street) {
        String section = INDUSTRIES[number % INDUSTRIES.length].substring(0, 1);
        return List.of(new Pact.Rule(places.district(street), section, "small", null));
    }

    private List<Pact.Rule> bySection(int number, int street) {
        String division = INDUSTRIES[number % INDUSTRIES.length];
        return List.of(new Pact.Rule(places.district(street), division, null, "PRIVATE"));
    }

    /** The share of eligible firms in {@code area} that makes a list of the usual length. */
    private double share(String area, double industryShare) {
        double firms = 1_215_000 * scale * share(area) * LISTABLE * industryShare;
        return Math.min(0.8, firmsPerList / Math.max(1, firms));
    }

    /** The share of the city that {@code area} is. */
    private double share(String area) {
        double share = 0;
        for (int street = 0; street < places.streetCount(); street++) {
            if (area.equals("110000") || places.street(street).startsWith(area)) {
                int unit = places.unitOf(street);
                share += places.share(unit) / places.streetsOf(unit).length;
            }
        }
        return share;
    }
}
