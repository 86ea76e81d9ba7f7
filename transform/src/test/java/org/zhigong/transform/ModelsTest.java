package org.zhigong.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhigong.warehouse.SetupException;
import org.zhigong.warehouse.TableName;

class ModelsTest {

    private static final TableName UNIONS = TableName.parse("core.unions");
    private static final String SQL = "-- One row per union.\nselect union_id, month from staging.unions\n";
    private static final String YAML = """
            name: {zh: 工会, en: Unions}
            description: {zh: 工会。, en: Unions.}
            grain: [union_id]
            reads: {staging.unions: 2}
            columns:
              union_id: {type: varchar, zh: 编号, en: Number}
              month: {type: bigint, zh: 月, en: Month}
            checks:
              - month > 0
              - {check: month < 13, severity: alert, owner: district office}
            base:
              places: {geo: [district_code]}
            examples:
              - {name: one, period: 2025-03, given: {staging.unions: []}, expect: []}
            """;

    @TempDir
    private Path folder;

    private ModelFolder models;

    @BeforeEach
    void useTheFolder() {
        models = new ModelFolder(folder);
    }

    @Test
    void readsWhatAFileDeclares() {
        Model model = models.with("core.unions", SQL, YAML).read().model(UNIONS);

        assertThat(model.name()).isEqualTo(new Label("工会", "Unions"));
        assertThat(model.grain()).containsExactly("union_id");
        assertThat(model.reads()).isEqualTo(Map.of(TableName.parse("staging.unions"), new Window(2)));
        assertThat(model.plainColumns().toString())
                .isEqualTo("[Column[name=union_id, type=VARCHAR], Column[name=month, type=BIGINT]]");
        assertThat(model.checks())
                .containsExactly(
                        new Check("month > 0", Severity.STOP, "warehouse"),
                        new Check("month < 13", Severity.ALERT, "district office"));
        assertThat(model.base().orElseThrow().json().toString())
                .isEqualTo("{\"places\":{\"geo\":[\"district_code\"]}}");
        assertThat(model.cadence()).isEqualTo(Model.Cadence.MONTHLY);
        assertThat(model.examples()).extracting(ModelExample::title).containsExactly("core/unions.yaml: one");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '#', textBlock = """
            grain: [union_id]      => graim: [union_id]      => line 3: graim: unknown key 'graim': expected one of [name, description, grain, months, reads, columns, checks, base, release, list, examples]; did you mean grain?
            grain: [union_id]      => grain: [id]            => line 3: grain[1]: expected one of the columns [union_id, month], found 'id'
            grain: [union_id]      => grain: []              => line 3: grain: expected one column or more, found none
            type: bigint           => type: int              => line 7: columns.month.type: expected varchar, bigint, double, boolean or date, found 'int'
            , en: Month}           => }                      => line 7: columns.month: missing key 'en', found [type, zh]
            zh: 工会。,            => xx: 工会。,            => line 2: description.xx: unknown key 'xx': expected one of [zh, en]; did you mean en or zh?
            staging.unions: 2}     => staging.union: 2}      => line 4: reads.staging.union: the SQL does not read staging.union: it reads [staging.unions]; did you mean staging.unions?
            staging.unions: 2}     => staging.unions: none}  => line 4: reads.staging.unions: expected a number of months, 1 or more, or all, found 'none'
            severity: alert        => severity: warn         => line 10: checks[2].severity: expected stop or alert, found 'warn'
            - month > 0            => - avg(month) > 0       => line 9: checks[1]: 'avg' is not portable: sum and count, and divide once at the end
            period: 2025-03        => period: 2025           => line 14: examples[1].period: expected a month as 2025-03, found '2025'
            {staging.unions: []}   => {raw.unions: []}       => line 14: examples[1].given.raw.unions: the SQL does not read raw.unions: it reads [staging.unions]
            """)
    void namesTheLineOfWhatItDoesNotUnderstand(String from, String to, String message) {
        assertThat(YAML).contains(from);
        models.with("core.unions", SQL, YAML.replace(from, to));

        assertThatThrownBy(models::read)
                .isInstanceOf(SetupException.class)
                .hasMessage("%s, %s", models.yaml("core.unions"), message);
    }

    @Test
    void releasesByMonthOnlyWhatSpeaksOfFilesAndCodes() {
        String released = YAML + "release: months\n";
        models.with("core.unions", SQL, released);

        assertThatThrownBy(models::read)
                .isInstanceOf(SetupException.class)
                .hasMessage(
                        "%s, line %d: release: core.unions reads staging.unions: expected run and codes alone, since what is released by month passes no protection",
                        models.yaml("core.unions"), released.lines().count());
    }

    @Test
    void namesEveryLineOfSqlThatIsNotPortable() {
        models.with(
                "core.unions", "-- One row per union.\nselect\n  any_value(a),\n  a // b\nfrom staging.unions\n", YAML);

        assertThatThrownBy(models::read).isInstanceOf(SetupException.class).hasMessage("""
                        %1$s, line 3: 'any_value' is not portable: min(…) or max(…), or the row ranked first
                        %1$s, line 4: '//' is not portable: whole division is cast((a - a %% b) / nullif(b, 0) as bigint)""".formatted(
                        models.sql("core.unions")));
    }

    @Test
    void missesTheFileBesideAndRefusesOtherFiles() throws IOException {
        models.with("core.unions", SQL, YAML);
        Files.delete(models.sql("core.unions"));
        assertThatThrownBy(models::read)
                .isInstanceOf(SetupException.class)
                .hasMessage("%s has no model: expected unions.sql beside it".formatted(models.yaml("core.unions")));

        models.with("core.unions", SQL, YAML);
        Files.delete(models.yaml("core.unions"));
        assertThatThrownBy(models::read).hasMessage("Missing file %s".formatted(models.yaml("core.unions")));

        models.with("core.unions", SQL, YAML);
        Path other = Files.writeString(folder.resolve("core/unions.txt"), "");
        assertThatThrownBy(models::read)
                .hasMessage(
                        "%s: expected models, <name>.sql with <name>.yaml beside it, found this file".formatted(other));
    }

    @Test
    void namesTheNearestModel() {
        models.with("core.unions", SQL, YAML);

        assertThatThrownBy(() -> models.read().model(TableName.parse("core.union")))
                .isInstanceOf(SetupException.class)
                .hasMessage("There is no model core.union; did you mean core.unions?");
    }
}
