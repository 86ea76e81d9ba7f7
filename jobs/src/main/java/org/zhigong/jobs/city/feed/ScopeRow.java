package org.zhigong.jobs.city.feed;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of whom an area or industry agreement binds: an employer by name (form 1) or a rule (form 2).
 *
 * @param industryCode of the 2017 edition whatever the file states: a section's letter or longer
 * @param sizeClass large, medium, small, micro
 */
public record ScopeRow(
        String agreementId,
        long scopeNo,
        String scopeForm,
        @Nullable String employerCode,
        @Nullable String areaCode,
        @Nullable String industryScheme,
        @Nullable String industryCode,
        @Nullable String sizeClass,
        @Nullable String ownershipGroup,
        LocalDate validFrom,
        @Nullable LocalDate validTo)
        implements FeedRow {}
