package org.zhigong.marts.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhigong.ingest.codes.Parameters;
import org.zhigong.ingest.contract.Contracts;
import org.zhigong.transform.ModelExample;
import org.zhigong.transform.ModelExamples;
import org.zhigong.transform.Models;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineProvider;
import org.zhigong.warehouse.EngineSettings;
import org.zhigong.warehouse.SetupException;

class WorkingListsTest {

    private static final Path LISTS = Path.of("lists");
    private static final Models MODELS =
            Models.readLayers(Path.of("../transform/models")).and(Models.readLayer("marts", Path.of("models")));
    private static final Map<String, Role> ROLES = Role.readAll(Path.of("roles.yaml"));

    @TempDir
    private Path folder;

    @BeforeEach
    void copyAList() throws IOException {
        for (String file : List.of("fund_arrears.sql", "fund_arrears.yaml")) {
            Files.copy(LISTS.resolve(file), folder.resolve(file));
        }
    }

    @Test
    void readsTheListsOfTheProject() {
        assertThat(WorkingLists.read(LISTS, ROLES, MODELS).all())
                .extracting(WorkingList::name)
                .contains("expiring_agreements", "fund_arrears", "overdue_establishment");
    }

    @Test
    void everyListShowsWhatItSays() {
        Contracts contracts = Contracts.read(Path.of("../ingest/feeds"), Path.of("../ingest/codes"));
        ModelExamples examples = new ModelExamples(
                MODELS.and(Models.readLayer("lists", LISTS)),
                Map.of(WorkingLists.PARAMETERS, WorkingLists.PARAMETER_COLUMNS),
                contracts.codeLists().tables(Parameters.none()));
        List<ModelExample> own = examples.all().stream()
                .filter(example -> example.model().layer().equals("lists"))
                .toList();

        try (Engine engine = EngineProvider.named("duckdb").open(new EngineSettings(1, 512, folder))) {
            assertThat(own).hasSizeGreaterThanOrEqualTo(3);
            assertThat(own)
                    .allSatisfy(
                            example -> assertThat(examples.run(example, engine)).isEmpty());
        }
    }

    @Test
    void refusesAColumnOfAPerson() throws IOException {
        change("fund_arrears.yaml", "employer_name: L2", "employer_name: L4");

        assertRefused(
                "column employer_name is of grade L4: a working list may hold grades L1 and L2, nothing of a person");
    }

    @Test
    void refusesAColumnWithoutAGrade() throws IOException {
        change("fund_arrears.yaml", "employer_name: L2, ", "");

        assertRefused("expected a grade for every column, found none for [employer_name]");
    }

    @Test
    void refusesTheKeyOfAPerson() throws IOException {
        change(
                "fund_arrears.sql",
                "arrears.employer_id,\n    -- A sole",
                "arrears.person_key as employer_id,\n    -- A sole");

        assertRefused("fund_arrears.sql names a key of persons: a working list is about employers");
    }

    @Test
    void refusesATableOfPersons() throws IOException {
        change("fund_arrears.sql", "from core.employer_months", "from core.memberships");
        change("fund_arrears.yaml", "core.employer_months:", "core.memberships:");

        assertRefused(
                "fund_arrears.sql reads core.memberships, which has a row per person: a working list is about employers");
    }

    @Test
    void refusesATableThatIsNotOfAnyRelease() throws IOException {
        change("fund_arrears.sql", "from core.employer_months", "from raw.employers");
        change("fund_arrears.yaml", "core.employer_months:", "raw.employers:");

        assertRefused("fund_arrears.sql reads raw.employers: expected tables of core and marts");
    }

    @Test
    void refusesARoleThatThereIsNot() throws IOException {
        change("fund_arrears.yaml", "roles: [district_steward,", "roles: [mayor,");

        assertRefused("expected one of the roles [district_steward, city_steward]");
    }

    @Test
    void refusesAListWithoutAPurpose() throws IOException {
        change("fund_arrears.yaml", "  purpose: {zh: 催缴工会经费, en: To collect union funds that are overdue}\n", "");

        assertRefused("purpose");
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> WorkingLists.read(folder, ROLES, MODELS))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining(message);
    }

    private void change(String file, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(folder.resolve(file), text.replace(from, to));
    }
}
