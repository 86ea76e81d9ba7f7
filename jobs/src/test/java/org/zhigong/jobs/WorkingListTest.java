package org.zhigong.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Working lists by the command that gives them out. */
class WorkingListTest {

    @TempDir
    private static Path shared;

    private static Workplace place;

    @TempDir
    private Path folder;

    @BeforeAll
    static void closeAMonth() {
        place = new Workplace(shared.resolve("place")).deliver(Workplace.city(), LocalDate.of(2026, 12, 31));
        place.run("2025-02").ending(0);
    }

    @Test
    void aDistrictSeesItsOwnEmployersAndTheCitySeesAll() throws IOException {
        List<String> all = lines("city_steward", "");
        List<String> own = lines("district_steward", "110105");

        assertThat(all.get(0))
                .isEqualTo("\ufeff月份 Month,填报单位代码 Reporting unit,街道代码 Street,统一社会信用代码 Credit code,单位名称 Name of"
                        + " the employer,职工人数 Workers,成立日期 Opened on,行业门类 Industry section,所有制类别 Ownership group");
        assertThat(all).hasSizeGreaterThan(own.size());
        assertThat(own).hasSizeGreaterThan(1);
        assertThat(own.subList(1, own.size())).allMatch(line -> line.startsWith("2025-02,110105,"));
        assertThat(all).containsAll(own);
    }

    @Test
    void everyAccessIsKeptWithoutTheRows() throws IOException {
        Path file = folder.resolve("list.xlsx");

        give("expiring_agreements", "city_steward", "", file, "--days", "90").ending(0);

        List<String> log = Files.readAllLines(place.home.resolve("access.jsonl"));
        assertThat(log.get(log.size() - 1))
                .matches("\\{\"at\":\"2026-01-01T00:00:00Z\",\"by\":\"王专员\",\"role\":\"city_steward\","
                        + "\"list\":\"expiring_agreements\",\"unit\":null,\"days\":90,\"purpose\":\"督促续签\","
                        + "\"release\":\"2025-02-[0-9a-f]{12}\",\"rows\":[0-9]+}");
        assertThat(file).exists();
        assertThat(Workplace.files(place.home.resolve("releases")))
                .noneMatch(each -> each.toString().contains("expiring_agreements"));
    }

    @Test
    void whatIsAskedForWithoutRightIsNotGivenAndNotKept() throws IOException {
        Path file = folder.resolve("list.csv");
        Path log = place.home.resolve("access.jsonl");
        long before = Files.exists(log) ? Files.size(log) : 0;

        assertThat(give("overdue", "city_steward", "", file).ending(2).err())
                .contains("Unknown list 'overdue'", "overdue_establishment");
        assertThat(give("overdue_establishment", "mayor", "", file).ending(2).err())
                .contains("Unknown role 'mayor'; there are [district_steward, city_steward]");
        assertThat(give("overdue_establishment", "district_steward", "", file)
                        .ending(2)
                        .err())
                .contains("The role district_steward sees its own reporting unit only: name it with --unit");
        assertThat(give("overdue_establishment", "district_steward", "110199", file)
                        .ending(2)
                        .err())
                .contains("Unknown reporting unit '110199'");
        assertThat(give("overdue_establishment", "city_steward", "", file, "--days", "3")
                        .ending(2)
                        .err())
                .contains("The list overdue_establishment looks at one day: --days is not for it");
        assertThat(give("expiring_agreements", "city_steward", "", file, "--days", "0")
                        .ending(2)
                        .err())
                .contains("Invalid --days 0: expected 1 to 366");
        assertThat(place.zhigong("list", "fund_arrears", "--role", "city_steward", "--by", "x", "--to", file)
                        .ending(2)
                        .err())
                .contains("Cannot give out a working list without --purpose TEXT");
        assertThat(give("fund_arrears", "city_steward", "", place.home.resolve("releases/list.csv"))
                        .ending(2)
                        .err())
                .contains("expected a place outside of the home");
        assertThat(file).doesNotExist();
        assertThat(Files.exists(log) ? Files.size(log) : 0).isEqualTo(before);
    }

    @Test
    void withoutAReleaseThereAreNoLists() {
        Workplace fresh = new Workplace(folder.resolve("fresh")).deliver(Workplace.city(), LocalDate.of(2025, 2, 28));
        fresh.zhigong("ingest", "--inbox", fresh.inbox).ending(0);

        assertThat(fresh.zhigong(
                                "list",
                                "fund_arrears",
                                "--role",
                                "city_steward",
                                "--by",
                                "x",
                                "--purpose",
                                "y",
                                "--to",
                                folder.resolve("list.csv"))
                        .ending(2)
                        .err())
                .contains("has no release yet");
    }

    @Test
    void saysWhichListsThereAre() {
        assertThat(place.zhigong("list").ending(0).out())
                .contains("expiring_agreements", "fund_arrears", "overdue_establishment", "应建未建工会单位清单");
    }

    private List<String> lines(String role, String unit) throws IOException {
        Path file = folder.resolve(role + ".csv");
        give("overdue_establishment", role, unit, file).ending(0);
        return Files.readAllLines(file);
    }

    private static Workplace.Outcome give(String list, String role, String unit, Path file, Object... more) {
        List<Object> words = new java.util.ArrayList<>(
                List.of("list", list, "--role", role, "--by", "王专员", "--purpose", "督促续签", "--to", file));
        if (!unit.isEmpty()) {
            words.addAll(List.of("--unit", unit));
        }
        words.addAll(List.of(more));
        return place.zhigong(words.toArray());
    }
}
