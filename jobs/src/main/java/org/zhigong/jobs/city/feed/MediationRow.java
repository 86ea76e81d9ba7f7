package org.zhigong.jobs.city.feed;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The state of a mediation case, for one of the workers who applied.
 *
 * @param caseNo with the brackets 〔〕, whichever a file has
 * @param personNumber stands for the document, which {@link PersonDocument} derives from it
 * @param cause a code of dispute_cause; null where missing or unknown
 * @param workers how many workers are in the case, whether they are named or not
 * @param result a code of mediation_result; null while the case is open, and where it is missing or unknown
 * @param linked the bodies that took part
 * @param statusOn the day of this state: of closing, or of acceptance
 */
public record MediationRow(
        String caseNo,
        long personNumber,
        @Nullable String employerName,
        @Nullable String employerCode,
        @Nullable String cause,
        long workers,
        boolean isCommonClaim,
        LocalDate appliedOn,
        LocalDate acceptedOn,
        @Nullable LocalDate closedOn,
        @Nullable String result,
        Set<Body> linked,
        LocalDate statusOn)
        implements FeedRow {

    /** Who may take part in a mediation, in the order of columns. */
    public enum Body {
        UNION,
        LABOUR_OFFICE,
        COURT,
        JUSTICE,
        PETITIONS,
        ENTERPRISE_SIDE
    }

    public MediationRow {
        linked = Set.copyOf(linked);
    }
}
