package org.zhigong.jobs.city.truth;

/**
 * The training of an employer's workers in twelve months, or of those of one sex, hukou or form.
 *
 * @param stocks opening and closing stocks of workers
 * @param learners who completed a course while working here
 * @param trained those of them whose last course it was
 */
record TrainingShare(boolean isContributor, long stocks, long learners, long trained, long hours) implements TrueRow {

    static TrainingShare of(boolean isContributor, long stocks) {
        return new TrainingShare(isContributor, stocks, 0, 0, 0);
    }

    TrainingShare plus(Learning.Learner learner) {
        return new TrainingShare(
                isContributor,
                stocks,
                learners + 1,
                trained + (learner.isTrainedHere() ? 1 : 0),
                hours + learner.hours());
    }
}
