package org.zhigong.jobs.city.truth;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.city.feed.EmployerRow;

/** An employer as the register knows it at the end of a month, under its newest code. */
record Employer(
        String id,
        Place place,
        String unitType,
        @Nullable String industryCode,
        String ownership,
        @Nullable LocalDate openedOn,
        boolean isActive,
        @Nullable Long revenueFen,
        @Nullable Long assetsFen) {

    static final String UNKNOWN = "unknown";

    /** Whom members belong to that name no employer. */
    static final String NONE = "none";

    private static final Set<String> NOT_PUBLIC = Set.of("PRIVATE", "HMT", "FOREIGN", "SOLE");

    static Employer registered(EmployerRow row, LocalDate asOf) {
        boolean isOpen = !row.openedOn().isAfter(asOf)
                && (row.closedOn() == null || row.closedOn().isAfter(asOf));
        return new Employer(
                row.creditCode(),
                Place.ofStreet(row.streetCode()),
                row.unitType(),
                row.industryCode(),
                row.ownershipGroup() == null ? UNKNOWN : row.ownershipGroup(),
                row.openedOn(),
                isOpen && row.statusCode().equals("1"),
                row.revenueFen(),
                row.assetsFen());
    }

    /** An employer that others name and the register does not: it exists, and nothing else is known. */
    static Employer inferred(String code) {
        return new Employer(code, Place.UNALLOCATED, UNKNOWN, null, UNKNOWN, null, true, null, null);
    }

    boolean isEnterprise() {
        return unitType.equals("1");
    }

    boolean isNonPublic() {
        return NOT_PUBLIC.contains(ownership);
    }

    String section() {
        return industryCode == null ? UNKNOWN : industryCode.substring(0, 1);
    }

    /** Whether its industry is {@code code} or a part of it; no code given means any. */
    boolean isInIndustry(@Nullable String code) {
        return code == null || (industryCode != null && industryCode.startsWith(code));
    }
}
