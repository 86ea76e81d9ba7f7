package org.zhigong.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhigong.jobs.city.CitySettings;
import org.zhigong.jobs.city.CitySettings.Defects;
import org.zhigong.jobs.city.DeliveryCalendar;
import org.zhigong.jobs.city.feed.Delivery;
import org.zhigong.jobs.city.feed.Feed;
import org.zhigong.jobs.city.feed.MemberRow;
import org.zhigong.jobs.city.truth.FileHash;
import org.zhigong.jobs.city.truth.Truth;
import org.zhigong.jobs.city.truth.TruthComparison;
import org.zhigong.jobs.city.truth.TruthComparison.Differences;
import org.zhigong.warehouse.TableName;

/**
 * Closes the months of whole cities by the words that a person would use, and holds every figure before and after
 * protection against the truth, and every planted defect against the outcome that it must have.
 */
class CityAgainstTruthTest {

    private static final double SCALE = 0.001;
    private static final YearMonth JANUARY = YearMonth.of(2025, 1);
    private static final YearMonth MARCH = YearMonth.of(2025, 3);
    private static final LocalDate WHEN_ALL_IS_DELIVERED = LocalDate.of(2025, 12, 31);
    private static final TableName ROW_ISSUES = new TableName("core", "row_issues");

    @TempDir
    private Path folder;

    @Test
    void theFiguresAreTrueAtEachCloseWhateverComesLaterOrAgain() {
        YearMonth february = YearMonth.of(2025, 2);
        YearMonth april = YearMonth.of(2025, 4);
        try (ClosedCity closed = city(1, april, Defects.NONE)) {
            closed.close(february, DeliveryCalendar.closingDay(february));
            requireTruth(closed, february, DeliveryCalendar.closingDay(february));

            closed.close(april, DeliveryCalendar.closingDay(april));
            requireTruth(closed, april, DeliveryCalendar.closingDay(april));
        }
    }

    @Test
    void nothingIsFoundInACityWithoutDefects() {
        try (ClosedCity closed = city(2, MARCH, Defects.NONE)) {
            closed.close(MARCH, WHEN_ALL_IS_DELIVERED);

            requireTruth(closed, MARCH, WHEN_ALL_IS_DELIVERED);
            PlantedOutcomes outcomes = new PlantedOutcomes(closed, closed.built(MARCH));
            assertThat(outcomes.codes()).isEmpty();
            assertThat(outcomes.unplanted()).isEmpty();
            requireEveryAcceptedRow(closed);
        }
    }

    @ParameterizedTest(name = "city {0}")
    @ValueSource(longs = {3, 4})
    void everyPlantedDefectHasItsOutcomeAndTheFiguresAreTrueAllTheSame(long seed) {
        try (ClosedCity closed = city(seed, MARCH, Defects.SOME)) {
            closed.close(MARCH, WHEN_ALL_IS_DELIVERED);

            MonthClose.Built built = closed.built(MARCH);
            PlantedOutcomes outcomes = new PlantedOutcomes(closed, built);
            assertThat(outcomes.codes()).hasSizeGreaterThan(60);
            assertThat(outcomes.differences()).isEmpty();
            assertThat(outcomes.unplanted()).isEmpty();
            requireEveryAcceptedRow(closed);
            assertThat(notReported(closed, built)).isNotEmpty().isEqualTo(forgotten(closed));
            requireTruth(closed, MARCH, WHEN_ALL_IS_DELIVERED);
        }
    }

    private ClosedCity city(long seed, YearMonth last, Defects defects) {
        return new ClosedCity(new CitySettings(SCALE, seed, JANUARY, last, defects), folder);
    }

    private static void requireTruth(ClosedCity closed, YearMonth closing, LocalDate knownOn) {
        requireTruth(closed, closing, knownOn, 50_000);
    }

    /** Every figure of the release is true, before and after protection, and there are more than {@code least}. */
    static void requireTruth(ClosedCity closed, YearMonth closing, LocalDate knownOn, long least) {
        Truth truth = new Truth(closed.city(), FileHash.below(closed.files()));
        TruthComparison comparison = new TruthComparison(truth.figures(closing, knownOn));
        MonthClose.Built built = closed.built(closing);

        Differences before =
                comparison.beforeProtection(closed.rows(built.figures().cells(closed.home())));
        Differences after = comparison.released(closed.rows(built.figures().figures(closed.home())));

        assertThat(before).as("before protection").matches(Differences::isEmpty);
        assertThat(after).as("as released").matches(Differences::isEmpty);
        assertThat(before.compared()).isEqualTo(after.compared()).isGreaterThan(least);
    }

    /** Ingest accepts as many rows of each file as the city expects. */
    private static void requireEveryAcceptedRow(ClosedCity closed) {
        Map<String, Long> expected = new TreeMap<>();
        Map<String, Long> accepted = new TreeMap<>();
        for (Delivery delivery : closed.delivered(WHEN_ALL_IS_DELIVERED)) {
            String file = delivery.feed().id() + "/" + delivery.fileName();
            expected.put(file, 0L);
            closed.city().accepted(delivery, row -> expected.merge(file, 1L, Long::sum));
        }
        closed.intake().forEach((file, intaken) -> accepted.put(file, intaken.accepted()));

        assertThat(accepted).isEqualTo(expected);
    }

    /** How many members of each roster the build flags as not reported again, by file. */
    private static Map<String, Long> notReported(ClosedCity closed, MonthClose.Built built) {
        Map<String, String> files = new TreeMap<>();
        closed.intake().forEach((name, file) -> {
            if (file.verdict().equals("accepted")) {
                files.put(file.batch(), name);
            }
        });
        Map<String, Long> counts = new TreeMap<>();
        for (Map<String, Object> issue : closed.rows(built.tables().files(closed.home(), ROW_ISSUES))) {
            if ("NOT_REPORTED".equals(issue.get("issue_code")) && "members".equals(issue.get("feed"))) {
                counts.merge(Objects.requireNonNull(files.get(String.valueOf(issue.get("batch_id")))), 1L, Long::sum);
            }
        }
        return counts;
    }

    /** How many living members of each roster no roster of the next month has: forgotten there, or not acceptable. */
    private static Map<String, Long> forgotten(ClosedCity closed) {
        Map<String, Long> counts = new TreeMap<>();
        for (YearMonth month = JANUARY; month.isBefore(MARCH); month = month.plusMonths(1)) {
            Map<String, String> rosters = members(closed, month, new HashSet<>());
            Set<String> next = new HashSet<>();
            members(closed, month.plusMonths(1), next);
            rosters.keySet().removeAll(next);
            rosters.values().forEach(file -> counts.merge(file, 1L, Long::sum));
        }
        return counts;
    }

    /** The files of the living members of {@code month}; into {@code all} those who left, too. */
    private static Map<String, String> members(ClosedCity closed, YearMonth month, Set<String> all) {
        Map<String, String> living = new TreeMap<>();
        for (Delivery delivery : closed.delivered(WHEN_ALL_IS_DELIVERED)) {
            if (delivery.feed() == Feed.MEMBERS && delivery.period().equals(month)) {
                closed.city().accepted(delivery, MemberRow.class, row -> {
                    String key = row.personNumber() + " " + row.unionId();
                    all.add(key);
                    boolean isIn = row.membershipStatus().equals("1")
                            || row.membershipStatus().equals("2");
                    if (isIn && row.leftOn() == null) {
                        living.put(key, "members/" + delivery.fileName());
                    }
                });
            }
        }
        return living;
    }
}
