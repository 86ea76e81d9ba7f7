package org.zhigong.jobs.city.feed;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What a member paid in dues for a span of months.
 *
 * @param personNumber stands for the document, as in {@link MemberRow}
 * @param spanTo the last month, included
 */
public record DuesRow(
        String receiptNo,
        long lineNo,
        String unionId,
        long personNumber,
        YearMonth spanFrom,
        YearMonth spanTo,
        long amountFen,
        LocalDate paidOn)
        implements FeedRow {}
