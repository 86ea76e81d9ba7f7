package org.zhigong.jobs.city.write;

/** States an industry of the 2017 edition in an older one. */
final class IndustryEditions {

    private static final String NOW = "FGHI";
    private static final String IN_2002 = "HFIG";

    /** From this division on, the 2011 edition counts one lower. */
    private static final int SHIFTED_FROM = 80;

    private IndustryEditions() {}

    static String stated(String scheme, String industry) {
        return switch (scheme) {
            case "2002" -> letterOf2002(industry);
            case "2011" -> of2011(industry);
            default -> industry;
        };
    }

    /** Four letters meant something else then. */
    private static String letterOf2002(String industry) {
        int moved = NOW.indexOf(industry.charAt(0));
        return moved < 0 ? industry.substring(0, 1) : IN_2002.substring(moved, moved + 1);
    }

    private static String of2011(String industry) {
        if (industry.length() < 3) {
            return industry;
        }
        int division = Integer.parseInt(industry.substring(1, 3));
        return division < SHIFTED_FROM ? industry : industry.charAt(0) + "" + (division - 1) + industry.substring(3);
    }
}
