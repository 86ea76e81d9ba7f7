package org.zhigong.jobs.city.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhigong.jobs.city.truth.HandMadeCity.MARCH;
import static org.zhigong.jobs.city.truth.Rows.OTHER_STREET;
import static org.zhigong.jobs.city.truth.Rows.STREET;
import static org.zhigong.jobs.city.truth.Rows.employer;
import static org.zhigong.jobs.city.truth.Rows.filed;
import static org.zhigong.jobs.city.truth.Rows.headcount;
import static org.zhigong.jobs.city.truth.Rows.listed;
import static org.zhigong.jobs.city.truth.Rows.own;
import static org.zhigong.jobs.city.truth.Rows.stated;

import org.junit.jupiter.api.Test;
import org.zhigong.jobs.city.feed.AgreementRow;

class StatedTotalsTruthTest {

    private static final String M = "2025-03";

    /** 100 bound workers and 100 others in the street, 300 elsewhere; software here, catering there. */
    private static HandMadeCity city(AgreementRow... totals) {
        HandMadeCity city = new HandMadeCity()
                .deliver(
                        MARCH,
                        employer("e1"),
                        employer("e2"),
                        employer("e3", OTHER_STREET, "H6210"),
                        headcount("e1", MARCH, 100),
                        headcount("e2", MARCH, 100),
                        headcount("e3", MARCH, 300));
        AgreementRow[] rows = new AgreementRow[totals.length + 1];
        System.arraycopy(totals, 0, rows, 0, totals.length);
        rows[totals.length] = own("own", "e1");
        city.deliver(MARCH, rows).deliver(MARCH, filed("own"));
        for (AgreementRow total : totals) {
            city.deliver(MARCH, filed(total.agreementId()));
        }
        return city;
    }

    @Test
    void totalsWithoutNamesLeaveAnInterval() {
        TrueFigure figure =
                city(stated("a", "3", STREET, null, 12L, 150L)).figures(MARCH).city("coverage_any_workers", M);

        assertThat(figure.status()).isEqualTo("bounds");
        assertThat(figure.value()).isNull();
        assertThat(TrueFigures.parts(figure)).isEqualTo("100/500");
        assertThat(figure.lower()).isEqualTo(150.0 / 500);
        assertThat(figure.upper()).isEqualTo(250.0 / 500);
    }

    @Test
    void anIntervalNeverLeavesTheWhole() {
        TrueFigure figure = city(stated("a", "3", STREET, null, null, 150L))
                .figures(MARCH)
                .at("coverage_any_workers", M, "geo", "street", STREET);

        assertThat(figure.lower()).isEqualTo(150.0 / 200);
        assertThat(figure.upper()).isEqualTo(1.0);
    }

    @Test
    void totalsBoundOnlyTheCellsThatHoldTheirWholeArea() {
        TrueFigures figures = city(stated("a", "3", "110105", null, null, 150L)).figures(MARCH);

        assertThat(figures.at("coverage_any_workers", M, "geo", "district", "110105")
                        .status())
                .isEqualTo("bounds");
        assertThat(figures.at("coverage_any_workers", M, "reporting", "unit", "110105")
                        .status())
                .isEqualTo("bounds");
        assertThat(figures.at("coverage_any_workers", M, "geo", "street", STREET)
                        .value())
                .isEqualTo(0.5);
        assertThat(figures.by("coverage_any_workers", M, "ownership", "PRIVATE").value())
                .isEqualTo(0.2);
        assertThat(figures.by("coverage_any_workers", M, "sex", "2").value()).isEqualTo(0.2);
        assertThat(figures.by("coverage_any_workers", M, "industry", "I").value())
                .isEqualTo(0.5);
    }

    @Test
    void totalsOfAnIndustryBoundItsSection() {
        TrueFigures figures =
                city(stated("a", "2", "110105", "H62", null, 150L)).figures(MARCH);

        TrueFigure catering = figures.by("coverage_any_workers", M, "industry", "H");
        assertThat(catering.lower()).isEqualTo(0.5);
        assertThat(catering.upper()).isEqualTo(0.5);
        assertThat(figures.by("coverage_any_workers", M, "industry", "I").value())
                .isEqualTo(0.5);
    }

    @Test
    void whatTheTotalsMakeExactIsAnIntervalOfOneNumberBesideTheLists() {
        TrueFigure figure = city(stated("a", "2", "110105", "H62", null, 150L))
                .figures(MARCH)
                .by("coverage_any_workers", M, "industry", "H");

        assertThat(TrueFigures.parts(figure)).isEqualTo("0/300");
        assertThat(figure.value()).isNull();
        assertThat(figure.status()).isEqualTo("bounds");
    }

    @Test
    void moreWorkersThanThereAreInTheAreaAreNotUsed() {
        TrueFigures figures = city(stated("a", "3", STREET, null, null, 201L)).figures(MARCH);

        assertThat(figures.city("coverage_any_workers", M).value()).isEqualTo(0.2);
        assertThat(figures.parts("coverage_stated_only_share", M)).isEqualTo("0/500");
    }

    @Test
    void moreWorkersThanThereAreInTheIndustryOfTheAreaAreNotUsed() {
        assertThat(city(stated("a", "2", STREET, "H", null, 1L))
                        .figures(MARCH)
                        .city("coverage_any_workers", M)
                        .value())
                .isEqualTo(0.2);
    }

    @Test
    void anAgreementWithAListIsNotKnownByTotalsEvenWhenTheListIsOver() {
        HandMadeCity city = city(stated("a", "3", STREET, null, null, 150L))
                .deliver(MARCH, listed("a", 1, "e2", Rows.day(2024, 1, 1), Rows.day(2025, 1, 1)));

        assertThat(city.figures(MARCH).city("coverage_any_workers", M).value()).isEqualTo(0.2);
    }

    @Test
    void theShareKnownOnlyByTotalsIsShown() {
        TrueFigures figures = city(
                        stated("a", "3", STREET, null, null, 150L), stated("b", "2", "110000", "H", null, 50L))
                .figures(MARCH);

        assertThat(figures.parts("coverage_stated_only_share", M)).isEqualTo("200/500");
        assertThat(figures.at("coverage_stated_only_share", M, "geo", "street", STREET)
                        .numerator())
                .isEqualTo(150);
    }

    @Test
    void everyLevelHasItsOwnInterval() {
        TrueFigures figures = city(
                        stated("a", "3", STREET, null, null, 150L), stated("b", "2", "110000", "H", null, 50L))
                .figures(MARCH);

        assertThat(figures.city("coverage_level_enterprise", M).value()).isEqualTo(0.2);
        assertThat(figures.city("coverage_level_area", M).lower()).isEqualTo(0.3);
        assertThat(figures.city("coverage_level_area", M).upper()).isEqualTo(0.3);
        assertThat(figures.city("coverage_level_industry", M).upper()).isEqualTo(0.1);
        assertThat(figures.city("coverage_any_workers", M).lower()).isEqualTo(0.3);
        assertThat(figures.city("coverage_any_workers", M).upper()).isEqualTo(0.6);
    }

    @Test
    void theExclusiveSplitLeavesOpenWhatTotalsLeaveOpen() {
        TrueFigures figures = city(
                        stated("a", "3", STREET, null, null, 150L), stated("b", "2", "110000", "H", null, 50L))
                .figures(MARCH);

        TrueFigure enterprise = figures.category("coverage_level_exclusive", M, "enterprise");
        assertThat(enterprise.value()).isEqualTo(0.2);
        assertThat(enterprise.lower()).isNull();
        TrueFigure industry = figures.category("coverage_level_exclusive", M, "industry");
        assertThat(industry.lower()).isEqualTo(0.0);
        assertThat(industry.upper()).isEqualTo(0.1);
        TrueFigure area = figures.category("coverage_level_exclusive", M, "area");
        assertThat(area.upper()).isEqualTo(0.3);
        TrueFigure none = figures.category("coverage_level_exclusive", M, "none");
        assertThat(none.lower()).isEqualTo(0.4);
        assertThat(none.upper()).isEqualTo(0.7);
        assertThat(none.numerator()).isEqualTo(400);
    }

    @Test
    void theWholeOfDaxingIsMoreThanTheUnitThatReportsAsDaxing() {
        HandMadeCity city = new HandMadeCity()
                .deliver(
                        MARCH,
                        employer("e1", "110115001", "I6510"),
                        employer("e2", "110115403", "I6510"),
                        headcount("e1", MARCH, 100),
                        headcount("e2", MARCH, 100),
                        stated("daxing", "3", "110115", null, null, 60L),
                        filed("daxing"));
        TrueFigures figures = city.figures(MARCH);

        assertThat(figures.at("coverage_any_workers", M, "geo", "district", "110115")
                        .upper())
                .isEqualTo(0.3);
        assertThat(figures.at("coverage_any_workers", M, "reporting", "unit", "110115")
                        .upper())
                .isEqualTo(0.0);
        assertThat(figures.at("coverage_any_workers", M, "reporting", "city", "110000")
                        .upper())
                .isEqualTo(0.3);
        assertThat(figures.at("workers", M, "geo", "district", "110115").numerator())
                .isEqualTo(200);
        assertThat(figures.at("workers", M, "reporting", "unit", "110115").numerator())
                .isEqualTo(100);
        assertThat(figures.at("workers", M, "reporting", "unit", "110115403").numerator())
                .isEqualTo(100);
    }
}
