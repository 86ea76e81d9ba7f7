package org.zhigong.ingest.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhigong.ingest.functions.CellParser;
import org.zhigong.ingest.functions.PairParser;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.ColumnType;
import org.zhigong.warehouse.SetupException;
import org.zhigong.warehouse.SmallTable;

class CodeListsTest {

    private static final LocalDate TRADE_UNION_LAW = LocalDate.of(1992, 1, 1);

    /** Amounts of before are not known; agreements that took effect earlier are not held against a floor. */
    private static final LocalDate MINIMUM_WAGE_KNOWN = LocalDate.of(2008, 7, 1);

    private static final CodeLists LISTS = CodeLists.read(Path.of("codes"));
    private static final PairParser<String> INDUSTRIES = LISTS.industries();

    @TempDir
    private Path folder;

    @Test
    void readsEveryListAsATable() {
        assertThat(LISTS.tables(Parameters.none())).hasSameSizeAs(LISTS.names()).allSatisfy(table -> {
            assertThat(table.name().layer()).isEqualTo("codes");
            assertThat(table.rows()).isNotEmpty();
            assertThat(table.columns()).extracting(Column::name).doesNotContain("aliases");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "sex, 男, 1",
        "sex, M, 1",
        "sex, female, 2",
        "education, 大专, 31",
        "education, 本科, 21",
        "education, 高职, 31",
        "education, 中技, 47",
        "education, 31, 31",
        "ethnicity, 汉, 01",
        "ethnicity, 汉族, 01",
        "ethnicity, 毛难族, 36",
        "ethnicity, 崩龙, 46",
        "hukou, 外埠农村, outside_rural",
        "employment_form, 外卖员, 114",
        "doc_type, 回乡证, MAINLAND_TRAVEL_HKMO",
        "political_status, 党员, 01",
        "membership_status, 在职, 1",
        "event_type, filed, FILED",
        "size_stat, 小型, small",
        "ownership_group, Foreign-invested, FOREIGN",
    })
    void findsACodeByCodeNameOrAlias(String list, String text, String code) {
        CodeList codes = LISTS.list(list);

        assertThat(codes.value(text)).isEqualTo(code);
        assertThat(codes.issue(text)).isNull();
        assertThat(codes.note(text)).isEqualTo(text.equals(code) ? null : "CODE_ALIAS");
    }

    @Test
    void doesNotGuessACode() {
        assertThat(LISTS.list("education").value("其它")).isNull();
        assertThat(LISTS.list("education").issue("其它")).isEqualTo("CODE_UNKNOWN");
    }

    @Test
    void has16DistrictsAnd349StreetsOfWhichOneIsAReportingUnit() {
        List<Map<String, Object>> rows = LISTS.list("divisions").table().rows();

        assertThat(rows)
                .filteredOn(r -> "district".equals(r.get("level")) && !r.containsKey("valid_to"))
                .hasSize(16);
        assertThat(rows).filteredOn(r -> "street".equals(r.get("level"))).hasSize(349);
        assertThat(rows)
                .filteredOn(r -> "street".equals(r.get("level"))
                        && !String.valueOf(r.get("district_code")).equals(r.get("unit_code")))
                .extracting(r -> r.get("unit_code"))
                .containsExactly("110115403");
        assertThat(rows)
                .contains(Map.of(
                        "place_code", "110103",
                        "level", "district",
                        "name_zh", "崇文区",
                        "name_en", "Chongwen District",
                        "district_code", "110101",
                        "unit_code", "110101",
                        "valid_to", LocalDate.of(2010, 7, 1),
                        "successor_code", "110101"));
    }

    @ParameterizedTest
    @CsvSource({
        "110105, 110105",
        "110000, 110000",
        "朝阳, 110105",
        "朝阳区, 110105",
        "北京市朝阳区, 110105",
        "chaoyang district, 110105",
        "110103, 110101",
        "110228, 110118",
        "密云县, 110118",
        "110304, 110111",
        "110302, 110115403",
        "110101001, 110101001",
        "110101001000, 110101001",
        "110105000, 110105",
        "110228001, 110118001",
    })
    void findsTodaysPlaceForCodesOfAnyTime(String text, String place) {
        assertThat(LISTS.divisions().value(text)).isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource({"310000", "110199", "110101999", "东华门街道", "120101"})
    void saysThatAPlaceIsUnknown(String text) {
        assertThat(LISTS.divisions().value(text)).isNull();
        assertThat(LISTS.divisions().issue(text)).isEqualTo("CODE_UNKNOWN");
    }

    @Test
    void takesStreetsOnlyAndDistrictsOnlyWhereAColumnIsAboutThem() {
        CellParser<String> streets = LISTS.streets();
        CellParser<String> districts = LISTS.districts();

        assertThat(streets.value("110105")).isNull();
        assertThat(streets.value("110101001")).isEqualTo("110101001");
        assertThat(districts.value("大兴")).isEqualTo("110115");
        assertThat(districts.value("亦庄")).isEqualTo("110115");
        assertThat(districts.value("北京")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2017, I, I",
        "2017, I65, I65",
        "2017, 65, I65",
        "2017, 651, I651",
        "2017, 6510, ",
        "2017, 6511, I6511",
        "2017, I6511, I6511",
        "2017, 0111, A0111",
        "2017, A111, A0111",
        "2017, B111, B111",
        "2017, B1199, ",
        "2017, A1, A01",
        "2017, 软件和信息技术服务业, I65",
        "2017, 房地产业, K",
        "2011, F, F",
        "2011, 78, N78",
        "2011, O79, O80",
        "2011, 9411, S95",
        "2011, 701, K701",
        "2011, K7010, K7010",
        "2011, K702, K702",
        "2011, 7020, K7020",
        "2011, K704, K70",
        "2002, F, G",
        "2002, G61, I",
        "2002, H, F",
        "2002, I66, H",
        "2002, 51, G",
    })
    void bringsIndustriesToTheEditionOf2017(String scheme, String text, @Nullable String code) {
        assertThat(INDUSTRIES.value(scheme, text)).isEqualTo(code);
        assertThat(INDUSTRIES.issue(scheme, text)).isEqualTo(code == null ? "CODE_UNKNOWN" : null);
    }

    @ParameterizedTest
    @CsvSource({
        "2017, K7010, ",
        "2011, K7010, ",
        "2011, 7010, CODE_ALIAS",
        "2011, K7040, INDUSTRY_AMBIGUOUS",
        "2011, 9411, INDUSTRY_AMBIGUOUS",
        "2011, O79, CODE_ALIAS",
        "2002, G61, INDUSTRY_AMBIGUOUS",
        "2002, G, CODE_ALIAS",
    })
    void notesWhereAnIndustryIsLessExactThanItsText(String scheme, String text, @Nullable String note) {
        assertThat(INDUSTRIES.note(scheme, text)).isEqualTo(note);
    }

    @Test
    void everyMatchOfAnIndustryIsACodeOf2017() {
        assertThat(LISTS.list("industry_matches").table().rows())
                .allSatisfy(row -> assertThat(INDUSTRIES.value("2017", String.valueOf(row.get("code_2017"))))
                        .isEqualTo(row.get("code_2017")));
    }

    @ParameterizedTest
    @CsvSource({"2017, 111", "2017, G65", "2017, 1", ", I", ", 65", "2011, 111"})
    void saysThatAnIndustryIsAmbiguous(@Nullable String scheme, String text) {
        assertThat(INDUSTRIES.value(scheme, text)).isNull();
        assertThat(INDUSTRIES.issue(scheme, text)).isEqualTo("INDUSTRY_AMBIGUOUS");
    }

    @Test
    void readsOwnershipByItsScheme() {
        PairParser<String> groups = LISTS.ownershipGroups();

        assertThat(groups.value("2011", "120")).isEqualTo("COLL");
        assertThat(groups.value("2023", "120")).isEqualTo("MIXED");
        assertThat(groups.value("2011", "民办非企业单位")).isEqualTo("SOCIAL");
        assertThat(groups.issue("2011", "999")).isEqualTo("CODE_UNKNOWN");
        assertThat(groups.issue(null, "120")).isEqualTo("OWNERSHIP_SCHEME");
    }

    @Test
    void groupsEveryRegistrationTypeUnderAKnownGroup() {
        Set<Object> groups = Set.copyOf(LISTS.list("ownership_group").table().rows().stream()
                .map(r -> String.valueOf(r.get("code")))
                .toList());

        assertThat(LISTS.list("ownership").table().rows())
                .allSatisfy(row -> assertThat(groups).contains(String.valueOf(row.get("ownership_group"))));
    }

    @Test
    void typesColumnsByTheirNames() {
        assertThat(LISTS.list("size_rules").table().columns())
                .contains(
                        new Column("division_from", ColumnType.VARCHAR), new Column("large_staff", ColumnType.BIGINT));
        assertThat(LISTS.list("size_rules").table().rows())
                .contains(Map.of(
                        "division_from", "71",
                        "division_to", "72",
                        "large_staff", 300L,
                        "large_assets_wan", 120_000L,
                        "medium_staff", 100L,
                        "medium_assets_wan", 8_000L,
                        "small_staff", 10L,
                        "small_assets_wan", 100L));
        assertThat(LISTS.list("rules").table().columns())
                .extracting(c -> c.name() + " " + c.type().sql())
                .containsExactly(
                        "rule varchar",
                        "value bigint",
                        "valid_from date",
                        "valid_to date",
                        "source varchar",
                        "name_zh varchar",
                        "name_en varchar");
    }

    @Test
    void givesRulesThatLeaveNoGapAndDoNotOverlap() {
        Map<String, LocalDate> ends = new java.util.HashMap<>();
        for (Map<String, Object> row : LISTS.list("rules").table().rows()) {
            String rule = String.valueOf(row.get("rule"));
            LocalDate end = ends.get(rule);
            LocalDate first = rule.equals("minimum_wage_fen") ? MINIMUM_WAGE_KNOWN : TRADE_UNION_LAW;
            assertThat(row.get("valid_from")).as(rule).isEqualTo(end == null ? first : end);
            ends.put(rule, (LocalDate) row.getOrDefault("valid_to", LocalDate.MAX));
        }
        assertThat(ends).isNotEmpty().allSatisfy((rule, end) -> assertThat(end).isEqualTo(LocalDate.MAX));
    }

    @Test
    void hashesContentAndNotPlaces() throws IOException {
        Files.copy(Path.of("codes/sex.csv"), folder.resolve("sex.csv"));
        CodeLists copy = CodeLists.read(folder);

        assertThat(copy.contentHash(List.of("sex"))).isEqualTo(LISTS.contentHash(List.of("sex")));
        assertThat(LISTS.contentHash(List.of("sex", "hukou")))
                .isEqualTo(LISTS.contentHash(List.of("hukou", "sex")))
                .isNotEqualTo(LISTS.contentHash(List.of("sex")));
    }

    @Test
    void letsAFederationSetRules() throws IOException {
        Path file = folder.resolve("parameters.yaml");
        Files.writeString(file, "rules:\n  concentrated_street_small_enterprises: 3\n");
        SmallTable rules = LISTS.list("rules").table();

        Parameters parameters = Parameters.read(file, rules);

        assertThat(parameters.rules()).isEqualTo(Map.of("concentrated_street_small_enterprises", 3L));
        assertThat(parameters.appliedTo(rules).rows())
                .filteredOn(r -> "concentrated_street_small_enterprises".equals(r.get("rule")))
                .extracting(r -> r.get("value"))
                .containsExactly(3L);
        assertThat(Parameters.read(folder.resolve("none.yaml"), rules)).isEqualTo(Parameters.none());
    }

    @Test
    void refusesParametersThatItDoesNotKnow() throws IOException {
        refusesParameters(
                "rules: {fund_rate: 3}",
                "line 1: rules.fund_rate: unknown key 'fund_rate': expected one of " + rules()
                        + "; did you mean fund_rate_bp?");
        refusesParameters(
                "rules: {fund_rate_bp: 2.5}", "line 1: rules.fund_rate_bp: expected a whole number, found '2.5'");
        refusesParameters(
                "rule: {fund_rate_bp: 2}",
                "line 1: rule: unknown key 'rule': expected one of [rules, synthetic, retention, publication]; did you mean rules?");
    }

    /** Every rule there is, once, in order. */
    private static Set<String> rules() {
        return LISTS.list("rules").table().rows().stream()
                .map(row -> String.valueOf(row.get("rule")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void refusesParameters(String text, String message) throws IOException {
        Path file = folder.resolve("parameters.yaml");
        Files.writeString(file, text);

        assertThatThrownBy(() -> Parameters.read(file, LISTS.list("rules").table()))
                .isInstanceOf(SetupException.class)
                .hasMessage(file + ", " + message);
    }

    @Test
    void namesTheNearestListsWhenThereIsNone() {
        assertThatThrownBy(() -> LISTS.list("sexes"))
                .isInstanceOf(SetupException.class)
                .hasMessage("Unknown code list 'sexes': expected one of " + LISTS.names() + "; did you mean sex?");
    }

    @Test
    void refusesABrokenListWithItsLine() throws IOException {
        refuses(
                "code,name_zh,name_en\n1,男,Male\n",
                "line 1: expected the columns code,name_zh,name_en,aliases, " + "found code,name_zh,name_en");
        refuses("code,name_zh,name_en,aliases\n1,男,,\n", "line 2: column name_en is empty");
        refuses("code,name_zh,name_en,aliases\n1,男,Male\n", "line 2: expected 4 cells, found 3");
        refuses("code,name_zh,name_en,aliases\n1,男,Male,\n1,女,Female,\n", "line 3: key [1] stands twice");
        refuses("code,name_zh,name_en,aliases\n1,男,Male,\n2,女,Female,男\n", "line 3: '男' stands for 1 and for 2");
        refuses("code,name_zh,name_en,aliases\n", "line 1: the list is empty");
    }

    @Test
    void refusesADateThatIsNone() throws IOException {
        Path file = folder.resolve("rules.csv");
        Files.writeString(file, "rule,value,valid_from,valid_to,source,name_zh,name_en\na,1,2020,,b,某,c\n");

        assertThatThrownBy(() -> CodeLists.read(folder).list("rules"))
                .isInstanceOf(SetupException.class)
                .hasMessage("Invalid code list " + file
                        + ", line 2: column valid_from: expected a date as 2025-03-31, found '2020'");
    }

    @Test
    void labelsEveryFindingThatAFunctionCanGive() throws IOException {
        Set<String> known = new TreeSet<>();
        LISTS.list("findings").table().rows().forEach(r -> known.add(String.valueOf(r.get("code"))));
        Set<String> given = new TreeSet<>();
        for (String folder : List.of("functions", "codes")) {
            try (Stream<Path> sources = Files.list(Path.of("src/main/java/org/zhigong/ingest", folder))) {
                for (Path source : sources.toList()) {
                    Matcher literal = Pattern.compile(
                                    "\"([A-Z]{2,}[A-Z0-9]*_[A-Z0-9_]+|FULLWIDTH|INVISIBLE|ORG9|LICENCE15)\"")
                            .matcher(Files.readString(source));
                    literal.results().forEach(match -> given.add(match.group(1)));
                }
            }
        }
        LISTS.list("doc_type").table().rows().forEach(r -> given.remove(String.valueOf(r.get("code"))));

        assertThat(given).contains("USCC_REPAIRED", "DATE_DMY_MDY", "ID_15", "CODE_UNKNOWN");
        assertThat(known).containsAll(given);
        assertThat(LISTS.list("findings").table().rows())
                .extracting(r -> String.valueOf(r.get("effect")))
                .containsOnly("normalised", "flagged", "quarantined", "rejected", "dropped", "set_aside", "held");
    }

    private void refuses(String text, String message) throws IOException {
        Path file = folder.resolve("sex.csv");
        Files.writeString(file, text);

        assertThatThrownBy(() -> CodeLists.read(folder).list("sex"))
                .isInstanceOf(SetupException.class)
                .hasMessage("Invalid code list " + file + ", " + message);
    }
}
