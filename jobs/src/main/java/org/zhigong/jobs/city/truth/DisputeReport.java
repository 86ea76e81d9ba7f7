package org.zhigong.jobs.city.truth;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.city.feed.ArbitrationRow;
import org.zhigong.jobs.city.feed.MediationRow;

/**
 * What one row of a file says of a case.
 *
 * @param part the applicant or the claim that the row is about
 * @param claim the number of the claim; 0 in mediation
 * @param linkedBodies how many bodies took part; 0 in arbitration
 */
record DisputeReport(
        CaseId id,
        long part,
        long claim,
        long person,
        @Nullable String employerCode,
        String cause,
        long workers,
        boolean isCommonClaim,
        LocalDate appliedOn,
        LocalDate acceptedOn,
        @Nullable LocalDate closedOn,
        String howClosed,
        @Nullable String winner,
        boolean isExtended,
        int linkedBodies,
        LocalDate statusOn) {

    private static final String UNKNOWN = "UNKNOWN";
    private static final String OTHER = "OTHER";

    /** A case of a procedure by its number. */
    record CaseId(boolean isMediation, String caseNo) {}

    static DisputeReport of(MediationRow row) {
        return new DisputeReport(
                new CaseId(true, row.caseNo()),
                row.personNumber(),
                0,
                row.personNumber(),
                row.employerCode(),
                row.cause() == null ? UNKNOWN : row.cause(),
                row.workers(),
                row.isCommonClaim(),
                row.appliedOn(),
                row.acceptedOn(),
                row.closedOn(),
                row.result() == null ? OTHER : row.result(),
                null,
                false,
                row.linked().size(),
                row.statusOn());
    }

    static DisputeReport of(ArbitrationRow row) {
        return new DisputeReport(
                new CaseId(false, row.caseNo()),
                row.claimNo(),
                row.claimNo(),
                row.personNumber(),
                row.employerCode(),
                row.cause() == null ? UNKNOWN : row.cause(),
                row.workers(),
                row.isCommonClaim(),
                row.appliedOn(),
                row.acceptedOn(),
                row.closedOn(),
                row.howClosed() == null ? OTHER : row.howClosed(),
                row.winner(),
                row.isExtended(),
                0,
                row.statusOn());
    }

    YearMonth month() {
        return YearMonth.from(statusOn);
    }

    boolean isClosed() {
        return closedOn != null;
    }
}
