package org.zhigong.jobs.city.feed;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An enrolment of a person in a course that has ended.
 *
 * @param personNumber stands for the document, as in {@link MemberRow}
 * @param sex as kept: the document's where it says so
 * @param hours of the course, whole ones
 * @param isCompleted whether the person completed it
 */
public record TrainingRow(
        String enrolId,
        long personNumber,
        @Nullable String sex,
        @Nullable String hukou,
        @Nullable String employmentForm,
        @Nullable String employerCode,
        long hours,
        LocalDate startedOn,
        LocalDate endedOn,
        boolean isCompleted)
        implements FeedRow {}
