package org.zhigong.jobs.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhigong.jobs.city.CitySettings.Defects;
import org.zhigong.jobs.city.feed.CoveredUnitRow;
import org.zhigong.jobs.city.feed.Delivery;
import org.zhigong.jobs.city.feed.EmployerRow;
import org.zhigong.jobs.city.feed.Feed;
import org.zhigong.jobs.city.feed.FeedRow;
import org.zhigong.jobs.city.feed.HeadcountRow;
import org.zhigong.jobs.city.feed.MemberRow;
import org.zhigong.jobs.city.feed.UnionRow;
import org.zhigong.warehouse.SetupException;

class CityTest {

    private static final YearMonth JANUARY = YearMonth.of(2025, 1);

    static final Path CONTENT = Path.of("..");

    static City city(double scale, long seed, int months, Defects defects) {
        return new City(new CitySettings(scale, seed, JANUARY, JANUARY.plusMonths(months - 1L), defects), CONTENT);
    }

    @ParameterizedTest
    @EnumSource(
            value = Feed.class,
            names = {"EMPLOYERS", "HEADCOUNT"})
    void theEmployersOfASmallCityAreTheFirstOfALargerOneWithTheirWorkers(Feed feed) {
        List<FeedRow> small = rows(city(0.001, 7, 2, Defects.NONE), feed, JANUARY.plusMonths(1));
        List<FeedRow> large = rows(city(0.0035, 7, 2, Defects.NONE), feed, JANUARY.plusMonths(1));

        assertThat(small).isNotEmpty();
        assertThat(large.subList(0, small.size())).isEqualTo(small);
    }

    @ParameterizedTest
    @EnumSource(Defects.class)
    void theSameSeedGivesTheSameCityInWhateverOrderItIsAsked(Defects defects) {
        City one = city(0.001, 11, 2, defects);
        City other = city(0.001, 11, 2, defects);
        List<FeedRow> february = rows(other, Feed.MEMBERS, JANUARY.plusMonths(1));
        List<FeedRow> january = rows(other, Feed.MEMBERS, JANUARY);

        assertThat(rows(one, Feed.MEMBERS, JANUARY)).isEqualTo(january);
        assertThat(rows(one, Feed.MEMBERS, JANUARY.plusMonths(1))).isEqualTo(february);
        assertThat(rows(city(0.001, 12, 2, defects), Feed.MEMBERS, JANUARY)).isNotEqualTo(january);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noRosterNamesOnePersonTwiceInOneUnion(long seed) {
        City city = city(0.001, seed, 3, Defects.NONE);

        for (YearMonth month : city.months()) {
            Set<String> keys = new HashSet<>();
            for (FeedRow row : rows(city, Feed.MEMBERS, month)) {
                MemberRow member = (MemberRow) row;
                assertThat(keys.add(member.personNumber() + " " + member.unionId()))
                        .isTrue();
                assertThat(member.joinedOn()).isBeforeOrEqualTo(month.atEndOfMonth());
                if (member.leftOn() != null) {
                    assertThat(member.leftOn()).isBetween(member.joinedOn(), month.atEndOfMonth());
                }
            }
        }
    }

    @Test
    void aHeadcountIsNoLessThanItsParts() {
        for (FeedRow row : rows(city(0.001, 7, 1, Defects.NONE), Feed.HEADCOUNT, JANUARY)) {
            HeadcountRow h = (HeadcountRow) row;
            assertThat(h.women()).isBetween(0L, h.headcount());
            assertThat(h.hukouLocalUrban() + h.hukouLocalRural() + h.hukouOutsideUrban() + h.hukouOutsideRural())
                    .isEqualTo(h.headcount());
            assertThat(h.formFixedTerm()
                            + h.formOpenEnded()
                            + h.formTask()
                            + h.formPartTime()
                            + h.formDispatch()
                            + h.formEstablishment()
                            + h.formCivilServant())
                    .isLessThanOrEqualTo(h.headcount());
        }
    }

    @Test
    void itsDensityAndEstablishmentAreLikeARealCitys() {
        City city = city(0.004, 7, 1, Defects.NONE);
        Set<String> unionised = new HashSet<>();
        rows(city, Feed.UNIONS, JANUARY).stream()
                .map(UnionRow.class::cast)
                .filter(union -> union.unionType().equals("1") && union.closedOn() == null)
                .forEach(union -> unionised.add(String.valueOf(union.employerCode())));
        rows(city, Feed.COVERED_UNITS, JANUARY).stream()
                .map(CoveredUnitRow.class::cast)
                .filter(unit -> unit.coveredTo() == null)
                .forEach(unit -> unionised.add(unit.employerCode()));
        List<HeadcountRow> employers = rows(city, Feed.HEADCOUNT, JANUARY).stream()
                .map(HeadcountRow.class::cast)
                .filter(row -> row.headcount() > 0)
                .toList();
        long workers = employers.stream().mapToLong(HeadcountRow::headcount).sum();
        long members = rows(city, Feed.MEMBERS, JANUARY).stream()
                .map(MemberRow.class::cast)
                .filter(row -> row.membershipStatus().equals("1"))
                .count();
        long units = employers.stream()
                .filter(row -> unionised.contains(row.employerCode()))
                .count();

        assertThat((double) members / workers).as("density").isBetween(0.40, 0.52);
        assertThat((double) units / employers.size()).as("establishment").isBetween(0.17, 0.23);
        assertThat((double) workers / 0.004).as("workers at scale 1").isBetween(11.5e6, 15.5e6);
    }

    @ParameterizedTest
    @EnumSource(Defects.class)
    void noTwoGoodFilesOfADelivererForAMonthArriveOnOneDay(Defects defects) {
        City city = city(0.001, 7, 4, defects);

        for (YearMonth month : city.months()) {
            Set<String> days = new HashSet<>();
            for (Delivery delivery : city.deliveries(month)) {
                assertThat(days.add(delivery.feed() + delivery.deliverer() + delivery.receivedOn()))
                        .isTrue();
                assertThat(delivery.receivedOn()).isAfter(month.atEndOfMonth());
            }
        }
    }

    @Test
    void aRejectedFileIsFollowedByAGoodOne() {
        City city = city(0.001, 7, 4, Defects.SOME);

        for (YearMonth month : city.months()) {
            List<Delivery> deliveries = city.deliveries(month);
            for (Delivery rejected : deliveries) {
                if (rejected.fate() == Delivery.Fate.REJECTED) {
                    assertThat(rows(city, rejected)).isEmpty();
                    assertThat(deliveries)
                            .anyMatch(next -> next.feed() == rejected.feed()
                                    && next.deliverer().equals(rejected.deliverer())
                                    && next.fate() == Delivery.Fate.ACCEPTED
                                    && next.receivedOn().isAfter(rejected.receivedOn()));
                }
            }
        }
    }

    @Test
    void livesInItsTimeOnly() {
        assertThatThrownBy(
                        () -> new CitySettings(0.001, 7, YearMonth.of(2019, 1), YearMonth.of(2019, 12), Defects.NONE))
                .isInstanceOf(SetupException.class)
                .hasMessage("Cannot generate month 2019-01: the synthetic city lives from 2021-01 to 2030-12;"
                        + " ask for months within");
    }

    @Test
    void restatedHeadcountsDifferInSomeRows() {
        City city = city(0.001, 7, 3, Defects.NONE);
        List<Delivery> attempts = city.deliveries(JANUARY.plusMonths(1)).stream()
                .filter(delivery -> delivery.feed() == Feed.HEADCOUNT)
                .toList();

        assertThat(attempts).hasSize(2);
        List<FeedRow> first = rows(city, attempts.get(0));
        List<FeedRow> second = rows(city, attempts.get(1));
        assertThat(second).hasSameSizeAs(first);
        second.removeAll(new HashSet<>(first));
        assertThat(second.size()).isBetween(first.size() / 50, first.size() / 10);
    }

    @Test
    void oldCodesGoWithTheEmployersThatChangedThem() {
        City city = city(0.001, 7, 6, Defects.NONE);
        Set<String> stated = new HashSet<>();
        Set<String> predecessors = new HashSet<>();
        for (YearMonth month : city.months()) {
            for (FeedRow row : rows(city, Feed.EMPLOYERS, month)) {
                EmployerRow employer = (EmployerRow) row;
                stated.add(employer.creditCode());
                if (employer.predecessorCode() != null
                        && !java.util.Objects.requireNonNull(employer.succeededOn())
                                .isBefore(JANUARY.atDay(1))) {
                    predecessors.add(employer.predecessorCode());
                }
            }
        }

        assertThat(predecessors).hasSizeGreaterThanOrEqualTo(3);
        assertThat(stated).containsAll(predecessors);
    }

    static List<FeedRow> rows(City city, Feed feed, YearMonth month) {
        List<FeedRow> rows = new ArrayList<>();
        for (Delivery delivery : city.deliveries(month)) {
            if (delivery.feed() == feed && delivery.fate() == Delivery.Fate.ACCEPTED && delivery.attempt() == 0) {
                city.accepted(delivery, rows::add);
            }
        }
        return rows;
    }

    static List<FeedRow> rows(City city, Delivery delivery) {
        List<FeedRow> rows = new ArrayList<>();
        city.accepted(delivery, rows::add);
        return rows;
    }
}
