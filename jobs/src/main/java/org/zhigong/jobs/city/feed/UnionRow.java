package org.zhigong.jobs.city.feed;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A union in the register of one month.
 *
 * @param unionType 1 union of one employer, 2 joint union, 3 federation, 4 union of a street or town
 * @param employerCode the employer of a union of type 1
 * @param closureApproval the number of the approval to dissolve it
 */
public record UnionRow(
        String unionId,
        String unionName,
        String unionType,
        @Nullable String unionCreditCode,
        @Nullable String employerCode,
        @Nullable String streetCode,
        LocalDate foundedOn,
        @Nullable LocalDate closedOn,
        @Nullable String closureApproval,
        @Nullable String parentUnionId,
        @Nullable LocalDate lastElectionOn,
        @Nullable Long termYears,
        LocalDate updatedOn)
        implements FeedRow {}
