package org.zhigong.jobs.city.feed;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * The registration of a skill certificate in one month: issued, changed or revoked. A certificate is known by its
 * holder, kind, occupation and level.
 *
 * @param personNumber stands for the document, as in {@link MemberRow}
 * @param sex as kept: the document's where it says so
 * @param kind qualification, skill_level
 * @param skillRank 0 for apprentices, 1 for junior workers, up to 6
 * @param validTo the last day on which it is valid; null if it stays so
 * @param revokedOn null unless it is revoked
 */
public record CertificateRow(
        long personNumber,
        @Nullable String sex,
        @Nullable String employerCode,
        String kind,
        String occupationCode,
        int skillRank,
        LocalDate issuedOn,
        @Nullable LocalDate validTo,
        @Nullable LocalDate revokedOn,
        YearMonth reportMonth)
        implements FeedRow {}
