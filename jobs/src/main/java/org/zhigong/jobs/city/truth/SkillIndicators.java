package org.zhigong.jobs.city.truth;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.zhigong.jobs.city.truth.TrueIndicator.About;
import org.zhigong.jobs.city.truth.TrueIndicator.Counted;

/** The indicators of skilled workers, training and education funds. */
final class SkillIndicators {

    private static final int YEAR = 12;
    private static final double FRONTLINE = 0.6;
    private static final double FRONTLINE_BP = 6_000;

    private SkillIndicators() {}

    static List<TrueIndicator<SkillRow>> ofSkilled() {
        return List.of(
                TrueIndicator.count("skilled_worker_stock", Counted.PERSONS, SkillRow::skilled, SkillRow::skilled)
                        .duty(16)
                        .by(Set.of("industry", "sex", "skill_level")),
                TrueIndicator.rate(
                                "skilled_worker_share",
                                Counted.PERSONS,
                                SkillRow::employed,
                                SkillRow::workers,
                                SkillRow::workers)
                        .duty(17)
                        .by(Set.of("industry", "ownership")),
                TrueIndicator.rate(
                                "high_skilled_share",
                                Counted.PERSONS,
                                SkillRow::highSkilled,
                                SkillRow::skilled,
                                SkillRow::skilled)
                        .duty(18)
                        .by(Set.of("industry")),
                TrueIndicator.rate(
                                "skill_upgrade_rate",
                                Counted.PERSONS,
                                SkillRow::risen,
                                SkillRow::yearAgo,
                                SkillRow::yearAgo)
                        .duty(31)
                        .by(Set.of("industry")));
    }

    static List<TrueIndicator<TrainingShare>> ofTraining() {
        return List.of(
                TrueIndicator.rate(
                                "training_reach_rate",
                                Counted.PERSONS,
                                TrainingShare::trained,
                                TrainingShare::stocks,
                                TrainingShare::learners)
                        .duty(28)
                        .by(Set.of("industry", "ownership", "size_class", "sex", "hukou", "form"))
                        .window(YEAR)
                        .overMeanOf(YEAR),
                TrueIndicator.rate(
                                "training_hours_per_worker",
                                Counted.MINUTES,
                                TrainingShare::hours,
                                TrainingShare::stocks,
                                TrainingShare::learners)
                        .duty(29)
                        .unit("hours")
                        .by(Set.of("industry", "sex", "hukou", "form"))
                        .window(YEAR)
                        .overMeanOf(YEAR));
    }

    static List<TrueIndicator<EducationFundRow>> ofFunds() {
        return List.of(
                TrueIndicator.<EducationFundRow>rate(
                                "edu_fund_accrual_compliance",
                                Counted.EMPLOYERS,
                                row -> row.isAccruedInFull() ? 1 : 0,
                                row -> 1,
                                EducationFundRow::workers)
                        .duty(24)
                        .by(EmployerIndicators.TRAITS)
                        .target(1.0)
                        .among(EducationFundRow::isReporting)
                        .window(YEAR),
                TrueIndicator.rate(
                                "edu_fund_frontline_share",
                                Counted.FEN,
                                EducationFundRow::frontlineFen,
                                EducationFundRow::spentFen,
                                EducationFundRow::workers)
                        .duty(25)
                        .by(EmployerIndicators.TRAITS)
                        .target(FRONTLINE)
                        .among(EducationFundRow::isSpending),
                TrueIndicator.<EducationFundRow>rate(
                                "edu_fund_frontline_compliance",
                                Counted.EMPLOYERS,
                                row -> row.isFrontlineMet() ? 1 : 0,
                                row -> 1,
                                EducationFundRow::workers)
                        .duty(26)
                        .by(EmployerIndicators.TRAITS)
                        .target(1.0)
                        .among(EducationFundRow::isSpending));
    }

    static TrueQuantile<EducationFundRow> medianOfFunds() {
        About about = About.of("edu_fund_frontline_median", "per_10k", Counted.EMPLOYERS)
                .withDuty(25);
        return new TrueQuantile<>(
                new About(about.id(), about.duty(), about.unit(), about.counted(), Optional.of(FRONTLINE_BP), false),
                EmployerIndicators.TRAITS,
                50,
                row -> row.isSpending() ? OptionalLong.of(row.frontlineBp()) : OptionalLong.empty(),
                row -> Optional.of(row.employerId()),
                EducationFundRow::workers,
                1);
    }
}
