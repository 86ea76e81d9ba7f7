package org.zhigong.jobs.city.feed;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A membership in the roster of one month. Who it is, is a number of the city: two rows are of one person exactly when
 * their {@code personNumber} is equal, which is when ingest gives them one person key.
 *
 * @param personNumber stands for the document, which {@link PersonDocument} derives from it
 * @param nameVariant 0 is the person's name; rows of one person with different variants have clearly different names
 * @param sex as kept: the document's where it says so (0 unknown, 1 man, 2 woman, 9 not stated)
 * @param birthYear as kept: the document's where it says so
 * @param education a code of GB/T 4658; null where missing or unknown
 * @param hukou local_urban, local_rural, outside_urban, outside_rural, unified
 * @param employmentForm 01 to 11, or 111 to 119 on a platform
 * @param membershipStatus 1 in employment, 2 retained, 3 moved, 4 left, 5 died
 */
public record MemberRow(
        long personNumber,
        int nameVariant,
        @Nullable String sex,
        int birthYear,
        @Nullable String ethnicity,
        @Nullable String politicalStatus,
        @Nullable String education,
        @Nullable String hukou,
        @Nullable String employmentForm,
        @Nullable String employerName,
        @Nullable String employerCode,
        String unionId,
        LocalDate joinedOn,
        String membershipStatus,
        @Nullable LocalDate leftOn,
        @Nullable LocalDate updatedOn)
        implements FeedRow {}
