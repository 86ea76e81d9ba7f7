package org.zhigong.jobs.city.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhigong.jobs.city.truth.HandMadeCity.MARCH;
import static org.zhigong.jobs.city.truth.Rows.OTHER_STREET;
import static org.zhigong.jobs.city.truth.Rows.employer;
import static org.zhigong.jobs.city.truth.Rows.headcount;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhigong.jobs.city.feed.Delivery;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineProvider;
import org.zhigong.warehouse.EngineSettings;

class TruthComparisonTest {

    private static final HandMadeCity CITY = new HandMadeCity()
            .deliver(
                    MARCH,
                    employer("e1"),
                    employer("e2"),
                    employer("e3"),
                    employer("e4", OTHER_STREET, "H6210"),
                    headcount("e1", MARCH, 40),
                    headcount("e2", MARCH, 30),
                    headcount("e3", MARCH, 27),
                    headcount("e4", MARCH, 3));

    private final List<TrueFigure> truth = CITY.figures(MARCH).all();
    private final TruthComparison comparison = new TruthComparison(truth);

    private List<Map<String, Object>> rows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        truth.forEach(figure -> rows.add(new HashMap<>(FigureColumns.row(figure))));
        return rows;
    }

    private static Map<String, Object> cityWorkers(List<Map<String, Object>> rows) {
        return rows.stream()
                .filter(row -> "workers".equals(row.get("indicator"))
                        && MARCH.toString().equals(row.get("period")))
                .filter(row -> "geo".equals(row.get("place_scheme")) && "city".equals(row.get("place_level")))
                .filter(row -> "none".equals(row.get("breakdown")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void findsNothingWhereAllIsAsItShouldBe() {
        TruthComparison.Differences differences = comparison.beforeProtection(rows());

        assertThat(differences.isEmpty()).isTrue();
        assertThat(differences.compared()).isEqualTo(truth.size());
    }

    @Test
    void showsBothSidesOfADifference() {
        List<Map<String, Object>> rows = rows();
        cityWorkers(rows).put("numerator", 101L);

        assertThat(comparison.beforeProtection(rows).first())
                .containsExactly("workers | 2025-03 | geo | city | 110000 | none=all | all: numerator is 101, truth 100"
                        + " [101/null in [null, null] ok, 100 persons, 4 employers, open,"
                        + " truth 100/null in [null, null] ok, 100 persons, 4 employers, open]");
    }

    @Test
    void missesAFigureUnlessItIsOfNothing() {
        List<Map<String, Object>> rows = rows();
        rows.remove(cityWorkers(rows));
        rows.removeIf(row -> "members".equals(row.get("indicator")));

        assertThat(comparison.beforeProtection(rows).first())
                .containsExactly("workers | 2025-03 | geo | city | 110000 | none=all | all: missing,"
                        + " truth is 100/null in [null, null] ok, 100 persons, 4 employers, open");
    }

    @Test
    void refusesAFigureThatIsNotInTheTruth() {
        List<Map<String, Object>> rows = rows();
        Map<String, Object> surplus = new HashMap<>(cityWorkers(rows));
        surplus.put("place", "110999");
        rows.add(surplus);
        rows.add(new HashMap<>(cityWorkers(rows)));

        assertThat(comparison.beforeProtection(rows).first())
                .containsExactly(
                        "workers | 2025-03 | geo | city | 110000 | none=all | all: stands twice",
                        "workers | 2025-03 | geo | city | 110999 | none=all | all: is 100/null in [null, null] ok,"
                                + " 100 persons, 4 employers, open, the truth has no such figure");
    }

    @Test
    void refusesANumberThatIsConfidential() {
        List<Map<String, Object>> rows = new ArrayList<>();
        truth.forEach(figure -> rows.add(new HashMap<>(FigureColumns.row(figure.withheld()))));

        assertThat(comparison.released(rows).isEmpty()).isTrue();
        assertThat(comparison.released(rows()).isEmpty()).isFalse();
    }

    @Test
    void readsBackWhatIsWritten(@TempDir Path folder) {
        EngineSettings settings = new EngineSettings(1, 256, folder.resolve("scratch"));
        try (Engine engine = EngineProvider.named("duckdb").open(settings)) {
            new TruthFiles(engine, Delivery::fileName).write(CITY, MARCH, folder);
            List<Map<String, Object>> written =
                    engine.query("select * from read_parquet('%s')".formatted(folder.resolve("figures.parquet")));

            assertThat(comparison.beforeProtection(written)).matches(TruthComparison.Differences::isEmpty);
            assertThat(written).hasSize(truth.size());
            assertThat(written.get(0).keySet())
                    .containsExactlyElementsOf(FigureColumns.row(truth.get(0)).keySet());
        }
    }
}
