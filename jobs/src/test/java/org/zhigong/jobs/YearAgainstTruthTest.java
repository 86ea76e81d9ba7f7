package org.zhigong.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhigong.jobs.city.CitySettings;
import org.zhigong.jobs.city.CitySettings.Defects;

/** Closes a year and a month of a village: what looks back over twelve months, and what is stated for years only. */
class YearAgainstTruthTest {

    private static final double SCALE = 0.0001;
    private static final YearMonth FIRST = YearMonth.of(2024, 12);
    private static final YearMonth LAST = YearMonth.of(2025, 12);
    private static final LocalDate WHEN_ALL_IS_DELIVERED = LocalDate.of(2026, 12, 31);

    @TempDir
    private Path folder;

    @Test
    void windowsAndYearsAreTrue() {
        CitySettings settings = new CitySettings(SCALE, 5, FIRST, LAST, Defects.NONE);
        try (ClosedCity closed = new ClosedCity(settings, folder)) {
            closed.close(LAST, WHEN_ALL_IS_DELIVERED);

            assertThat(cityOf2025(closed, "training_reach_rate").get("status")).isEqualTo("ok");
            assertThat(cityOf2025(closed, "edu_fund_accrual_compliance").get("status"))
                    .isEqualTo("ok");
            for (String indicator : List.of(
                    "worker_needs_db_coverage",
                    "unmet_need_rate",
                    "inclusive_service_reach",
                    "hardship_relief_rate",
                    "active_union_rate")) {
                assertThat(cityOf2025(closed, indicator).get("status"))
                        .as(indicator)
                        .isIn("ok", "over_100");
            }
            CityAgainstTruthTest.requireTruth(closed, LAST, WHEN_ALL_IS_DELIVERED, 100_000);
        }
    }

    private static Map<String, Object> cityOf2025(ClosedCity closed, String indicator) {
        return closed.rows(closed.built(LAST).figures().cells(closed.home())).stream()
                .filter(row -> indicator.equals(row.get("indicator")))
                .filter(row -> "2025".equals(row.get("period")))
                .filter(row -> "geo".equals(row.get("place_scheme")) && "110000".equals(row.get("place")))
                .filter(row -> "none".equals(row.get("breakdown")))
                .findFirst()
                .orElseThrow();
    }
}
