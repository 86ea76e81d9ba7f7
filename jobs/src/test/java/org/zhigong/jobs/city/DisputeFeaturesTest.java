package org.zhigong.jobs.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhigong.jobs.city.CitySettings.Defects;
import org.zhigong.jobs.city.feed.ArbitrationRow;
import org.zhigong.jobs.city.feed.Feed;
import org.zhigong.jobs.city.feed.FeedRow;
import org.zhigong.jobs.city.feed.MediationRow;

/** Whatever can become of a quarrel happens in the smallest city, within a year. */
class DisputeFeaturesTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

    private final Map<String, Integer> seen = new TreeMap<>();
    private final Map<String, Set<Long>> mediated = new HashMap<>();
    private final Set<String> cases = new HashSet<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 7})
    void everythingBecomesOfQuarrelsInTheSmallestCity(long seed) {
        noteYear(seed);

        assertThat(seen.keySet())
                .contains(
                        "collective",
                        "several workers",
                        "mediation pending at the start",
                        "arbitration pending at the start",
                        "mediation entered late",
                        "mediated and arbitrated",
                        "no employer",
                        "joint",
                        "AGREED",
                        "FAILED",
                        "AWARD",
                        "MEDIATED",
                        "WITHDRAWN",
                        "winner WORKER",
                        "winner EMPLOYER",
                        "winner BOTH",
                        "closed without a winner",
                        "extended",
                        "mediation over 15 days",
                        "award over 45 days");
        assertThat(cases.size()).as("120 quarrels, some of them two cases").isBetween(120, 260);
    }

    /** Too rare to be in each of the smallest cities. */
    @Test
    void someMediationsAreFirstHeardOfAtTheirEnd() {
        List.of(1L, 2L, 3L, 7L).forEach(this::noteYear);

        assertThat(seen.keySet()).contains("mediation first heard of at its end");
    }

    private void noteYear(long seed) {
        City city = CityTest.city(0.001, seed, 12, Defects.NONE);
        for (YearMonth month : city.months()) {
            rows(city, month).forEach(row -> {
                if (row instanceof MediationRow mediation) {
                    note(mediation, month);
                } else if (row instanceof ArbitrationRow arbitration) {
                    note(arbitration, month);
                }
            });
        }
    }

    @Test
    void theQuarrelsOfASmallCityAreThoseOfALargerOne() {
        YearMonth month = YearMonth.of(2025, 2);
        List<FeedRow> small =
                rows(CityTest.city(0.001, 7, 2, Defects.NONE), month).toList();
        List<FeedRow> large =
                rows(CityTest.city(0.003, 7, 2, Defects.NONE), month).toList();

        assertThat(small).isNotEmpty();
        assertThat(large).hasSizeGreaterThan(2 * small.size()).containsAll(small);
    }

    private static Stream<FeedRow> rows(City city, YearMonth month) {
        return Stream.of(Feed.MEDIATION, Feed.ARBITRATION).flatMap(feed -> CityTest.rows(city, feed, month).stream());
    }

    private void note(MediationRow row, YearMonth file) {
        boolean isNew = cases.add(row.caseNo());
        mediated.computeIfAbsent(row.employerCode() + " " + row.cause(), key -> new HashSet<>())
                .add(row.personNumber());
        noteIf(row.workers() >= 10 && row.isCommonClaim(), "collective");
        noteIf(row.workers() > 1, "several workers");
        noteIf(row.employerCode() == null, "no employer");
        noteIf(row.linked().size() > 1, "joint");
        noteIf(row.closedOn() == null && row.acceptedOn().isBefore(FIRST), "mediation pending at the start");
        if (row.closedOn() != null) {
            noteIf(true, String.valueOf(row.result()));
            noteIf(YearMonth.from(row.closedOn()).isBefore(file), "mediation entered late");
            noteIf(ChronoUnit.DAYS.between(row.appliedOn(), row.closedOn()) > 15, "mediation over 15 days");
            boolean isOfAnEarlierMonth = YearMonth.from(row.acceptedOn()).isBefore(YearMonth.from(row.closedOn()));
            noteIf(isNew && isOfAnEarlierMonth, "mediation first heard of at its end");
        }
    }

    private void note(ArbitrationRow row, YearMonth file) {
        cases.add(row.caseNo());
        noteIf(
                mediated.getOrDefault(row.employerCode() + " " + row.cause(), Set.of())
                        .contains(row.personNumber()),
                "mediated and arbitrated");
        noteIf(row.isExtended(), "extended");
        noteIf(row.closedOn() == null && row.acceptedOn().isBefore(FIRST), "arbitration pending at the start");
        if (row.closedOn() != null) {
            noteIf(true, String.valueOf(row.howClosed()));
            noteIf(true, row.winner() == null ? "closed without a winner" : "winner " + row.winner());
            noteIf(ChronoUnit.DAYS.between(row.acceptedOn(), row.closedOn()) > 45, "award over 45 days");
            assertThat(YearMonth.from(row.closedOn()).isAfter(file)).isFalse();
        }
    }

    private void noteIf(boolean isSeen, String what) {
        if (isSeen) {
            seen.merge(what, 1, Integer::sum);
        }
    }
}
