package org.zhigong.jobs.city.truth;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.city.feed.AgreementRow;
import org.zhigong.jobs.city.feed.BargainingParty;
import org.zhigong.jobs.city.feed.EventRow;

/** Who bargains, and where: one employer, or a whole area or industry. */
final class BargainingParties {

    private static final String UNALLOCATED = "unallocated";

    /** One of them, with the workers who are concerned. */
    record Party(String id, Place place, String industry, String ownership, String level, long workers) {

        BargainingStep step(BargainingRow row) {
            return step(row, Optional.empty());
        }

        BargainingStep step(BargainingRow row, Optional<String> endsIn) {
            return new BargainingStep(place, industry, ownership, level, endsIn, row);
        }
    }

    private final Map<String, EmployerMonth> employers = new HashMap<>();
    private final Successions successions;

    BargainingParties(Collection<EmployerMonth> employers, Successions successions) {
        employers.forEach(month -> this.employers.put(month.employer().id(), month));
        this.successions = successions;
    }

    /** Of a step, as the ledger says, or else as the register has the agreement. */
    Party of(EventRow event, Optional<AgreementRow> known) {
        BargainingParty stated = event.party();
        return party(
                event.agreementId(),
                either(stated.level(), known.map(AgreementRow::agreementLevel)),
                either(stated.employerCode(), known.map(AgreementRow::employerCode)),
                either(stated.areaCode(), known.map(AgreementRow::areaCode)),
                either(stated.industryCode(), known.map(AgreementRow::industryCode)),
                0);
    }

    /** @param concerned the workers of a shared agreement */
    Party of(AgreementRow row, long concerned) {
        return party(
                row.agreementId(),
                row.agreementLevel(),
                row.employerCode(),
                row.areaCode(),
                row.industryCode(),
                concerned);
    }

    private static @Nullable String either(@Nullable String stated, Optional<String> known) {
        return stated != null ? stated : known.isPresent() ? known.get() : null;
    }

    private Party party(
            String agreementId,
            @Nullable String level,
            @Nullable String employerCode,
            @Nullable String areaCode,
            @Nullable String industryCode,
            long concerned) {
        if ("1".equals(level) && employerCode != null) {
            return employer(successions.current(employerCode));
        }
        boolean isIndustry = "2".equals(level);
        return new Party(
                agreementId,
                area(areaCode),
                isIndustry && industryCode != null ? industryCode.substring(0, 1) : UNALLOCATED,
                UNALLOCATED,
                word(level),
                concerned);
    }

    private Party employer(String id) {
        EmployerMonth month = employers.get(id);
        if (month == null) {
            return new Party(id, Place.UNALLOCATED, Employer.UNKNOWN, Employer.UNKNOWN, "enterprise", 0);
        }
        Employer employer = month.employer();
        return new Party(id, employer.place(), employer.section(), employer.ownership(), "enterprise", month.workers());
    }

    /** A street, or a district; the whole of Daxing lies in no one reporting unit, the city in no district. */
    private static Place area(@Nullable String code) {
        if (code == null || code.equals(Place.CITY)) {
            return Place.UNALLOCATED;
        }
        return code.length() == 9 ? Place.ofStreet(code) : Place.ofDistrict(code);
    }

    private static String word(@Nullable String level) {
        if (level == null) {
            return Employer.UNKNOWN;
        }
        return switch (level) {
            case "1" -> "enterprise";
            case "2" -> "industry";
            case "3" -> "area";
            default -> Employer.UNKNOWN;
        };
    }
}
