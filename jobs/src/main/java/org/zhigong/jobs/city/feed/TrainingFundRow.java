package org.zhigong.jobs.city.feed;

import java.time.LocalDate;

/** What an employer accrued and spent on the education of its workers in a calendar year. */
public record TrainingFundRow(
        String employerCode,
        LocalDate periodFrom,
        LocalDate periodTo,
        long accruedFen,
        long spentFen,
        long frontlineFen)
        implements FeedRow {}
