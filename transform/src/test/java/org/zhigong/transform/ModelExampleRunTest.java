package org.zhigong.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.ColumnType;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineProvider;
import org.zhigong.warehouse.EngineSettings;
import org.zhigong.warehouse.SetupException;
import org.zhigong.warehouse.SmallTable;
import org.zhigong.warehouse.TableName;

class ModelExampleRunTest {

    private static final String SQL = """
            -- One row per member, the latest.
            with

            reported as (
                select * from raw.members where is_current
            ),

            ranked as (
                select
                    reported.person_key,
                    reported.period as reported_in,
                    reported.received_on,
                    divisions.name_zh,
                    period.period,
                    row_number() over (
                        partition by reported.person_key order by reported.period desc
                    ) as recency
                from reported
                cross join run.period
                left join codes.divisions on reported.deliverer = divisions.place_code
            )

            select
                period,
                person_key,
                reported_in,
                received_on,
                name_zh
            from ranked
            where recency = 1 -- the latest
            """;
    private static final String YAML = ModelFolder.HEAD + """
            grain: [person_key]
            reads: {raw.members: 2}
            columns:
              period: {type: varchar, zh: 月份, en: Month}
              person_key: {type: varchar, zh: 人员, en: Person}
              reported_in: {type: varchar, zh: 报告月份, en: Reported in}
              received_on: {type: date, zh: 收到日期, en: Received on}
              name_zh: {type: varchar, zh: 区, en: District}
            checks:
              - reported_in <= period
            examples:
              - name: a person
                period: 2025-03
            """;
    private static final Map<TableName, List<Column>> SOURCES = Map.of(
            TableName.parse("raw.members"),
            List.of(new Column("person_key", ColumnType.VARCHAR), new Column("joined_on", ColumnType.DATE)));
    private static final SmallTable DIVISIONS = new SmallTable(
            TableName.parse("codes.divisions"),
            List.of(new Column("place_code", ColumnType.VARCHAR), new Column("name_zh", ColumnType.VARCHAR)),
            List.of(Map.of("place_code", "110000", "name_zh", "北京市")));

    @TempDir
    private Path folder;

    private ModelFolder models;

    @BeforeEach
    void useTheFolder() {
        models = new ModelFolder(folder.resolve("models"));
    }

    @Test
    void passesWithRowsThatStateOnlyWhatMatters() {
        Optional<String> problem = run("""
                    given:
                      raw.members:
                        - {person_key: p1, period: 2025-02}
                        - {person_key: p1}
                        - {person_key: p2, period: 2025-02, deliverer: null}
                        - {person_key: out-of-the-window, period: 2025-01}
                        - {person_key: replaced, is_current: false}
                    expect:
                      - {person_key: p2, period: 2025-03, reported_in: 2025-02, name_zh: null, received_on: 2025-03-05}
                      - {person_key: p1, period: 2025-03, reported_in: 2025-03, name_zh: 北京市, received_on: 2025-04-05}
                """);

        assertThat(problem).isEmpty();
    }

    @Test
    void showsWhatWasExpectedAndWhatWasFound() {
        Optional<String> problem = run("""
                    given:
                      raw.members: [{person_key: p1}, {person_key: p2, period: 2025-02}]
                    expect: [{person_key: p1, reported_in: 2025-02}]
                """);

        assertThat(problem).contains("""
                core.members.yaml: a person
                expected
                  person_key reported_in
                  p1         2025-02
                found
                  person_key reported_in
                  p1         2025-03
                  p2         2025-02""".replace("core.members", "core/members"));
    }

    @Test
    void comparesTheColumnsBeforeTheRows() {
        models.with(
                "core.members",
                SQL,
                YAML.replace("received_on: {type: date", "received_on: {type: varchar") + "    expect: []\n");

        assertThat(run()).contains("""
                core/members.yaml: a person
                expected the columns period varchar, person_key varchar, reported_in varchar, received_on varchar, \
                name_zh varchar
                found the columns    period varchar, person_key varchar, reported_in varchar, received_on date, \
                name_zh varchar""");
    }

    @Test
    void refusesAGrainThatIsNotUnique() {
        models.with("core.members", SQL.replace("where recency = 1", "where recency > 0"), YAML + """
                    given:
                      raw.members: [{person_key: p1}, {person_key: p1, period: 2025-02}]
                    expect: [{person_key: p1}, {person_key: p1}]
                """);

        assertThat(run()).contains("""
                core/members.yaml: a person
                The grain [person_key] is not unique and not null:
                  person_key
                  p1
                  p1""");
    }

    @Test
    void namesTheLineOfARowThatItsTableCannotHave() {
        assertThatThrownBy(() -> run("""
                    given:
                      raw.members: [{persn_key: p1}]
                    expect: []
                """))
                .isInstanceOf(SetupException.class)
                .hasMessage(
                        "%s, line 17: examples[1].given.raw.members[1].persn_key: unknown column 'persn_key': "
                                        .formatted(models.yaml("core.members"))
                                + "expected one of [person_key, joined_on, period, flags, source_line, batch_id, file_sha256, "
                                + "deliverer, received_on, is_current, set_aside_as, file_row_number]; did you mean person_key?");
        assertThatThrownBy(() -> run("""
                    given:
                      raw.members: [{person_key: p1, joined_on: 2025-02-30}]
                    expect: []
                """))
                .hasMessage("%s, line 17: examples[1].given.raw.members[1].joined_on: expected a date, "
                                .formatted(models.yaml("core.members"))
                        + "found '2025-02-30'");
    }

    private Optional<String> run(String example) {
        models.with("core.members", SQL, YAML + example);
        return run();
    }

    private Optional<String> run() {
        ModelExamples examples = new ModelExamples(models.read(), SOURCES, List.of(DIVISIONS));
        try (Engine engine = EngineProvider.named("duckdb").open(new EngineSettings(1, 512, folder.resolve("spill")))) {
            return examples.run(examples.all().get(0), engine);
        }
    }
}
