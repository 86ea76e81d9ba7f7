package org.zhigong.jobs.city.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhigong.jobs.city.truth.HandMadeCity.MARCH;
import static org.zhigong.jobs.city.truth.Rows.employer;
import static org.zhigong.jobs.city.truth.Rows.filed;
import static org.zhigong.jobs.city.truth.Rows.headcount;
import static org.zhigong.jobs.city.truth.Rows.own;

import org.junit.jupiter.api.Test;
import org.zhigong.jobs.city.feed.FeedRow;

class ProtectionTruthTest {

    private static final String M = "2025-03";

    private static HandMadeCity of(long... headcounts) {
        FeedRow[] rows = new FeedRow[headcounts.length * 2];
        for (int i = 0; i < headcounts.length; i++) {
            rows[2 * i] = employer("e" + i);
            rows[2 * i + 1] = headcount("e" + i, MARCH, headcounts[i]);
        }
        return new HandMadeCity().deliver(MARCH, rows);
    }

    private static String reason(HandMadeCity city, String indicator) {
        TrueFigure figure = city.figures(MARCH).city(indicator, M);
        return figure.protection() + " " + figure.protectionReason();
    }

    @Test
    void fewPersonsAreNotShown() {
        assertThat(reason(of(1, 1, 1, 1), "workers")).isEqualTo("confidential MIN_PERSONS");
        assertThat(reason(of(1, 1, 1, 1), "employers")).isEqualTo("confidential MIN_PERSONS");
    }

    @Test
    void fewEmployersAreNotShown() {
        assertThat(reason(of(100, 100), "workers")).isEqualTo("confidential MIN_EMPLOYERS");
        assertThat(reason(of(100, 100), "employers")).isEqualTo("confidential MIN_EMPLOYERS");
    }

    @Test
    void aCellThatOneOrTwoMakeUpIsNotShown() {
        assertThat(reason(of(76, 12, 12), "workers")).isEqualTo("confidential DOMINANCE");
        assertThat(reason(of(75, 13, 12), "workers")).isEqualTo("confidential DOMINANCE");
        assertThat(reason(of(45, 40, 15), "workers")).isEqualTo("open null");
        assertThat(reason(of(46, 40, 14), "workers")).isEqualTo("confidential DOMINANCE");
        assertThat(reason(of(76, 12, 12), "employers")).isEqualTo("open null");
    }

    @Test
    void theCoveredOfOneEmployerAreNotShownThoughTheWorkersAre() {
        HandMadeCity city = of(40, 40, 40).deliver(MARCH, own("a", "e0"), filed("a"));

        assertThat(reason(city, "workers")).isEqualTo("open null");
        assertThat(reason(city, "coverage_any_workers")).isEqualTo("confidential DOMINANCE");
    }

    @Test
    void aRateOfFewIsNotShown() {
        assertThat(reason(of(3, 3, 3), "coverage_any_workers")).isEqualTo("confidential SMALL_DENOMINATOR");
        assertThat(reason(of(4, 3, 3), "coverage_any_workers")).isEqualTo("open null");
    }

    @Test
    void allCategoriesAreWithheldWithOne() {
        HandMadeCity city = of(40, 40, 40, 40).deliver(MARCH, own("a", "e0"), filed("a"));
        TrueFigures figures = city.figures(MARCH);

        assertThat(figures.category("coverage_level_exclusive", M, "enterprise").protectionReason())
                .isEqualTo("DOMINANCE");
        assertThat(figures.category("coverage_level_exclusive", M, "none").protection())
                .isEqualTo("confidential");
    }

    @Test
    void moneyIsWithheldWhereTheSecondCouldEstimateTheFirst() {
        Contributions close = contributions(45, 40, 6);
        Contributions apart = contributions(45, 40, 7);

        assertThat(close.letTheGreatestBeEstimated(91)).isTrue();
        assertThat(apart.letTheGreatestBeEstimated(92)).isFalse();
    }

    private static Contributions contributions(long... amounts) {
        Contributions contributions = new Contributions();
        for (long amount : amounts) {
            contributions.add(new FundRow("e", amount, 0, 0), amount);
        }
        return contributions;
    }

    @Test
    void whatIsConfidentialLeavesWithoutNumbersAndStatus() {
        TrueFigure figure = of(100, 100).figures(MARCH).city("workers", M);

        assertThat(figure.numerator()).isEqualTo(200);
        assertThat(figure.withheld().numerator()).isNull();
        assertThat(figure.withheld().persons()).isNull();
        assertThat(figure.withheld().status()).isNull();
        assertThat(figure.withheld().protectionReason()).isEqualTo("MIN_EMPLOYERS");
    }
}
