package org.zhigong.jobs.city.feed;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An employer in the register of one month.
 *
 * @param unitType 1 enterprise, 2 institution, 3 agency, 4 social organisation, 5 sole trader, 9 other
 * @param industryScheme the edition that the file states: 2002, 2011, 2017
 * @param industryCode of the 2017 edition whatever the file states: {@code I}, {@code I65}, {@code I6510}
 * @param ownershipScheme the scheme that the file states: 2011, 2023
 * @param ownershipCode the code that the file states
 * @param ownershipGroup what it means; null where the file's code means nothing
 * @param statusCode 1 active, 2 suspended, 3 closed, 4 revoked
 */
public record EmployerRow(
        String creditCode,
        String employerName,
        String unitType,
        @Nullable String streetCode,
        String industryScheme,
        String industryCode,
        String ownershipScheme,
        String ownershipCode,
        @Nullable String ownershipGroup,
        @Nullable String controlCode,
        LocalDate openedOn,
        @Nullable LocalDate closedOn,
        String statusCode,
        @Nullable Long revenueFen,
        @Nullable Long assetsFen,
        @Nullable String predecessorCode,
        @Nullable LocalDate succeededOn,
        LocalDate updatedOn)
        implements FeedRow {}
