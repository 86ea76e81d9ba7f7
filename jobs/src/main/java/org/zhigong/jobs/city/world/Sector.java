package org.zhigong.jobs.city.world;

/**
 * What kind of employer somebody works for.
 *
 * @param ownership place in {@link Sectors#OWNERSHIPS}
 * @param section the letter of the 2017 edition
 * @param industry the code of the 2017 edition as the register is understood
 * @param industryScheme the edition that the register states
 * @param ownershipScheme 2011 or 2023
 */
record Sector(
        int ownership,
        char section,
        String industry,
        String industryScheme,
        String ownershipScheme,
        String ownershipCode,
        String controlCode) {

    String group() {
        return Sectors.OWNERSHIPS.get(ownership);
    }

    String unitType() {
        return switch (group()) {
            case "INST" -> "2";
            case "GOV" -> "3";
            case "SOCIAL" -> "4";
            case "SOLE" -> "5";
            default -> "1";
        };
    }

    boolean isEnterprise() {
        return ownership <= Sectors.LAST_ENTERPRISE;
    }
}
