package org.zhigong.jobs.city.truth;

/**
 * A living union at the end of a month.
 *
 * @param members in employment
 * @param coveredUnits how many employers a joint union or federation covers
 */
record UnionMonth(String id, String type, Place place, long members, long coveredUnits) implements TrueRow {

    /** Where members stand whose union is not known to live. */
    static final String NONE = "none";

    boolean isBase() {
        return type.equals("1") || type.equals("2");
    }

    boolean isJoint() {
        return type.equals("2") || type.equals("3");
    }

    @Override
    public boolean isContributor() {
        return !id.equals(NONE);
    }
}
