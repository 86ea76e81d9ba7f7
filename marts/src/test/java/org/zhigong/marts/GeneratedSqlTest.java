package org.zhigong.marts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhigong.marts.release.BatchChecks;
import org.zhigong.marts.release.DisclosureAudit;
import org.zhigong.marts.release.Identity;
import org.zhigong.transform.Models;
import org.zhigong.transform.PortableSql;
import org.zhigong.warehouse.EngineProvider;
import org.zhigong.warehouse.EngineSettings;
import org.zhigong.warehouse.TableName;

/** What is made for engines here keeps to the SQL that all of them understand, as the texts of models do. */
class GeneratedSqlTest {

    private static final Models MODELS =
            Models.readLayers(Path.of("../transform/models")).and(Models.readLayer("marts", Path.of("models")));
    private static final Map<TableName, Base> BASES = Base.among(MODELS.all());
    private static final Indicators INDICATORS = Indicators.read(Path.of("indicators"), BASES);

    @TempDir
    private Path folder;

    private ReadingEngine engine;

    @BeforeEach
    void open() {
        engine = new ReadingEngine(
                EngineProvider.named("duckdb").open(new EngineSettings(1, 512, folder.resolve("spill"))));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @ParameterizedTest
    @EnumSource(PeriodKey.Type.class)
    void theCellsOfEveryIndicator(PeriodKey.Type type) {
        PeriodKey period = PeriodKey.ending(YearMonth.of(2024, 1), YearMonth.of(2024, 12)).stream()
                .filter(each -> each.type() == type)
                .findFirst()
                .orElseThrow();

        BASES.forEach((table, base) -> {
            engine.defineRows(table, base.columns(), List.of());
            Path cells = folder.resolve(table + ".parquet");
            new Cells(base, INDICATORS.of(base), period, 1).write(engine, cells);
            engine.define(CellTable.CELLS, CellTable.CELL_COLUMNS, List.of(cells));
            for (CellGroup group : CellGroup.of(Map.of(table, base), INDICATORS)) {
                engine.query(group.restated(period));
            }
        });

        assertThat(engine.selects()).hasSizeGreaterThan(BASES.size());
        assertThat(findings()).isEmpty();
    }

    @Test
    void protectionAndEveryCheckOfTheGate() {
        ProtectionRules rules = ProtectionRules.read(Path.of("protection.yaml"), ProtectionRules.Audience.INSIDE);
        Protection protection = new Protection(rules);
        Path figures = folder.resolve("figures.parquet");

        engine.defineRows(CellTable.CELLS, CellTable.CELL_COLUMNS, List.of());
        engine.define(Protection.REGISTRY, protection.registry(CellTable.CELLS));
        engine.write(protection.figures(Protection.REGISTRY), CellTable.ORDER, figures);
        engine.define(CellTable.FIGURES, CellTable.FIGURE_COLUMNS, List.of(figures));
        new DisclosureAudit(rules.minPersons(), rules.minEmployers()).check(engine, CellTable.FIGURES);
        DisclosureAudit.judgeAgain(engine, CellTable.CELLS, CellTable.FIGURES, rules);
        DisclosureAudit.unique(engine, CellTable.FIGURES);
        Identity.readAll(Path.of("identities.yaml")).forEach(identity -> identity.check(engine, CellTable.CELLS));
        TableName usage = new TableName("core", "batch_usage");
        engine.defineRows(usage, MODELS.model(usage).plainColumns(), List.of());
        BatchChecks.used(engine, usage, List.of(), YearMonth.of(2025, 3));

        assertThat(engine.selects()).hasSizeGreaterThan(10);
        assertThat(findings()).isEmpty();
    }

    /** What is not portable, and the lines in which it stands. */
    private Set<String> findings() {
        Set<String> findings = new TreeSet<>();
        for (String select : engine.selects()) {
            for (PortableSql.Finding finding : PortableSql.inStatement(select)) {
                String line = select.lines().toList().get(finding.line() - 1).strip();
                findings.add("'%s': %s, in: %s".formatted(finding.found(), finding.instead(), line));
            }
        }
        return findings;
    }
}
