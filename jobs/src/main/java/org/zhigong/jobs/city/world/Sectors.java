package org.zhigong.jobs.city.world;

import java.util.List;
import java.util.Map;

/** Draws ownership and industry of employers; the shares are assumptions that meet the published ones of workers. */
final class Sectors {

    static final List<String> OWNERSHIPS =
            List.of("SOE", "COLL", "MIXED", "PRIVATE", "HMT", "FOREIGN", "INST", "GOV", "SOCIAL", "SOLE");

    /** The last of {@link #OWNERSHIPS} that is an enterprise. */
    static final int LAST_ENTERPRISE = 5;

    /** By size class, the shares of {@link #OWNERSHIPS}. */
    private static final double[][] BY_SIZE = {
        Dice.cumulative(1, 1, 1, 82, 1.5, 1.5, 1, 0.5, 4, 6.5),
        Dice.cumulative(3, 1.5, 2, 77, 3, 3, 5, 2, 3, 0.5),
        Dice.cumulative(9, 1.5, 4, 59, 4, 5, 12, 4, 1.5, 0),
        Dice.cumulative(20, 1, 7, 42, 5, 6, 14, 5, 0, 0),
        Dice.cumulative(31, 0.5, 8, 30, 5, 6, 14, 5.5, 0, 0),
        Dice.cumulative(38, 0, 8, 25, 6, 8, 11, 4, 0, 0)
    };

    private static final String ENTERPRISES = "LIFMCEPGJSKQHORNDBA";
    private static final double[] ENTERPRISE_SHARES =
            Dice.cumulative(16.5, 14.5, 12.5, 10.5, 8, 7, 2.5, 6, 5.9, 0.2, 5.1, 1.4, 3.8, 3.3, 2, 1.2, 1.0, 0.6, 0.1);

    /** Groups and classes that exist, by section. */
    private static final Map<Character, List<String>> INDUSTRIES = Map.ofEntries(
            Map.entry('A', List.of("A05", "A0513")),
            Map.entry('B', List.of("B06", "B0610", "B11")),
            Map.entry('C', List.of("C13", "C21", "C2110", "C35", "C39", "C3911", "C27", "C2720", "C40")),
            Map.entry('D', List.of("D44", "D4411", "D46", "D4610")),
            Map.entry('E', List.of("E47", "E4710", "E48", "E49", "E50", "E5011")),
            Map.entry('F', List.of("F51", "F5137", "F515", "F52", "F5211", "F5212")),
            Map.entry('G', List.of("G54", "G5432", "G58", "G59", "G60", "G6020")),
            Map.entry('H', List.of("H61", "H6110", "H62", "H6210", "H6220")),
            Map.entry('I', List.of("I63", "I64", "I6421", "I65", "I6513", "I6531", "I6550")),
            Map.entry('J', List.of("J66", "J6621", "J67", "J68", "J69")),
            Map.entry('K', List.of("K70", "K7010", "K7020", "K7030")),
            Map.entry('L', List.of("L71", "L72", "L7231", "L7251", "L726", "L7264", "L7271")),
            Map.entry('M', List.of("M73", "M74", "M7481", "M75", "M7511")),
            Map.entry('N', List.of("N77", "N78", "N7820")),
            Map.entry('O', List.of("O80", "O8010", "O81", "O8111", "O82")),
            Map.entry('P', List.of("P83", "P8321", "P8336", "P8391")),
            Map.entry('Q', List.of("Q84", "Q8411", "Q85")),
            Map.entry('R', List.of("R86", "R87", "R88", "R89")),
            Map.entry('S', List.of("S91", "S92", "S9221", "S93", "S95")));

    private final Dice dice;

    Sectors(Dice dice) {
        this.dice = dice;
    }

    /** The sector of the life {@code key} of an employer of about {@code size} workers. */
    Sector sector(long key, int size) {
        int ownership = dice.pick(BY_SIZE[sizeClass(size)], Purpose.OWNERSHIP, key, 0);
        char section = section(key, OWNERSHIPS.get(ownership));
        String scheme = scheme(key);
        String industry = String.valueOf(section);
        if (!scheme.equals("2002") && !dice.happens(0.02, Purpose.INDUSTRY, key, 0)) {
            List<String> known = INDUSTRIES.getOrDefault(section, List.of(industry));
            industry = known.get(dice.below(known.size(), Purpose.INDUSTRY, key, 1));
            industry = scheme.equals("2011") ? asFarAsEditionsAgree(industry) : industry;
        }
        boolean isNew = !NEW_CODES.get(ownership).isEmpty() && dice.happens(0.6, Purpose.SCHEME, key, 1);
        return new Sector(
                ownership,
                section,
                industry,
                scheme,
                isNew ? "2023" : "2011",
                (isNew ? NEW_CODES : OLD_CODES).get(ownership),
                CONTROL.get(ownership));
    }

    /** Below the division, numbers of 2011 cannot be told from those of 2017; those of real estate are the same. */
    private static String asFarAsEditionsAgree(String industry) {
        return industry.startsWith("K") ? industry : industry.substring(0, 3);
    }

    /** The place of {@code size} among the six classes by headcount. */
    static int sizeClass(int size) {
        if (size < 25) {
            return size < 10 ? 0 : 1;
        }
        if (size < 300) {
            return size < 100 ? 2 : 3;
        }
        return size < 1_000 ? 4 : 5;
    }

    private String scheme(long key) {
        double u = dice.unit(Purpose.SCHEME, key, 0);
        if (u < 0.03) {
            return "2002";
        }
        return u < 0.15 ? "2011" : "2017";
    }

    private char section(long key, String ownership) {
        double u = dice.unit(Purpose.SECTION, key, 0);
        return switch (ownership) {
            case "INST" -> "PQMNRS".charAt(Dice.place(INSTITUTIONS, u));
            case "GOV" -> 'S';
            case "SOCIAL" -> "SQRP".charAt(Dice.place(SOCIAL, u));
            case "SOLE" -> "FHO".charAt(Dice.place(SOLE, u));
            default -> ENTERPRISES.charAt(Dice.place(ENTERPRISE_SHARES, u));
        };
    }

    private static final double[] INSTITUTIONS = Dice.cumulative(42, 24, 14, 8, 8, 4);
    private static final double[] SOCIAL = Dice.cumulative(60, 15, 15, 10);
    private static final double[] SOLE = Dice.cumulative(50, 30, 20);

    private static final List<String> OLD_CODES =
            List.of("151", "120", "160", "171", "210", "310", "400", "500", "700", "600");
    private static final List<String> NEW_CODES = List.of("111", "132", "129", "112", "210", "310", "", "", "", "500");
    private static final List<String> CONTROL = List.of("1", "2", "9", "3", "4", "5", "1", "1", "9", "3");
}
