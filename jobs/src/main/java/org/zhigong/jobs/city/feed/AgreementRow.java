package org.zhigong.jobs.city.feed;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An agreement in the register of one month.
 *
 * @param agreementKind 1 general, 2 wages, 3 safety, 4 women workers
 * @param agreementLevel 1 enterprise, 2 industry, 3 area
 * @param industryCode of the 2017 edition whatever the file states
 */
public record AgreementRow(
        String agreementId,
        String agreementKind,
        String agreementLevel,
        boolean hasWageChapter,
        @Nullable String employerCode,
        @Nullable String areaCode,
        @Nullable String industryScheme,
        @Nullable String industryCode,
        LocalDate signedOn,
        LocalDate termStart,
        @Nullable LocalDate termEnd,
        boolean isAutoRenewal,
        @Nullable Long statedUnits,
        @Nullable Long statedWorkers,
        WageTerms wages,
        @Nullable String predecessorId,
        LocalDate updatedOn)
        implements FeedRow {}
