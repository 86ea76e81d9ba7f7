package org.zhigong.jobs.city.write;

/** Names of persons that nobody takes for real: 仿, 拟, 虚, 造 or 样 and signs of the calendar. */
final class PersonNames {

    private static final String FAMILY = "仿拟虚造样";
    private static final String GIVEN = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥";

    private PersonNames() {}

    /** The name of a person; other variants are clearly other names. */
    static String name(long personNumber, int variant) {
        long bits = ((personNumber + 1) * 0x9E37_79B9_7F4A_7C15L) >>> 16;
        char[] name = {
            FAMILY.charAt((int) ((bits % FAMILY.length() + variant) % FAMILY.length())),
            GIVEN.charAt((int) ((bits / 7 % GIVEN.length() + variant * 5L) % GIVEN.length())),
            GIVEN.charAt((int) (bits / 191 % GIVEN.length())),
            GIVEN.charAt((int) (bits / 5_003 % GIVEN.length()))
        };
        if (personNumber % 97 == 5) {
            return "" + name[0] + name[1] + '·' + name[2] + name[3];
        }
        return new String(name, 0, personNumber % 5 == 0 ? 2 : 3);
    }
}
