package org.zhigong.jobs.city.plant;

import org.zhigong.jobs.city.world.CreditCodes;

/** Credit codes that pass every check and stand for nobody in the city. */
final class OddCodes {

    private static final long BEYOND = 1L << 38;

    private OddCodes() {}

    /** A union's code. */
    static String union() {
        return CreditCodes.code("81", BEYOND);
    }

    /** An enterprise that no register knows, found in files with a letter for one of its digits. */
    static String unproven() {
        return unknown(9);
    }

    /** An enterprise that no register knows. */
    static String unknown(int number) {
        return CreditCodes.code("91", BEYOND + number);
    }
}
