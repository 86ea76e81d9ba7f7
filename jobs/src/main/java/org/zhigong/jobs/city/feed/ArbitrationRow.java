package org.zhigong.jobs.city.feed;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The state of an arbitration case, for one of its claims.
 *
 * @param caseNo with the brackets 〔〕, whichever a file has
 * @param personNumber stands for the document of the claimant, which {@link PersonDocument} derives from it
 * @param cause a code of dispute_cause; null where missing or unknown
 * @param workers how many workers are in the case, whether they are named or not
 * @param howClosed a code of arbitration_closing; null while the case is open, and where it is missing or unknown
 * @param winner a code of dispute_winner; null where none is recorded
 * @param statusOn the day of this state: of closing, or of acceptance
 */
public record ArbitrationRow(
        String caseNo,
        long claimNo,
        long personNumber,
        @Nullable String employerName,
        @Nullable String employerCode,
        @Nullable String cause,
        long workers,
        boolean isCommonClaim,
        LocalDate appliedOn,
        LocalDate acceptedOn,
        @Nullable LocalDate closedOn,
        boolean isExtended,
        @Nullable String howClosed,
        @Nullable String winner,
        LocalDate statusOn)
        implements FeedRow {}
