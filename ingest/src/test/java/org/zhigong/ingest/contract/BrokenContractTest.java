package org.zhigong.ingest.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhigong.ingest.codes.CodeLists;
import org.zhigong.warehouse.SetupException;

/** Each case changes one place of the example contract. */
class BrokenContractTest {

    private static final String KINDS =
            "text, code, count, percent, money, date, month, minute, boolean, credit_code, union_code, division, "
                    + "street, district_name, industry, ownership, person_document, person_name, birth_date, phone, capital, coverage, free_text, ignored";

    @TempDir
    private Path folder;

    @Test
    void refusesAnUnknownKeyOfTheStandard() throws IOException {
        refuses(
                "domain: services",
                "domain: services\nprice: 3",
                "line 9: price: unknown key 'price': expected one of [apiVersion, customProperties, description, domain, id, kind, "
                        + "name, schema, slaProperties, status, tags, version]");
    }

    @Test
    void refusesAnUnknownKeyOfAColumn() throws IOException {
        refuses(
                "        logicalType: date\n",
                "        logicalType: date\n        unique: true\n",
                "line 34: properties[visited_on].unique: unknown key 'unique': expected one of [businessName, customProperties, "
                        + "description, examples, logicalType, logicalTypeOptions, name, primaryKey, primaryKeyPosition, required]");
    }

    @Test
    void refusesAnUnknownCustomProperty() throws IOException {
        refuses(
                "{property: zhigong.dueDay, value: 10}",
                "{property: zhigong.dueDay, value: 10}\n  - {property: zhigong.dueMonth, value: 1}",
                "line 95: zhigong.dueMonth: unknown key 'zhigong.dueMonth': expected one of [zhigong.controlFile, "
                        + "zhigong.delimiters, zhigong.deliverer, zhigong.delivery, zhigong.dueDay, zhigong.encodings, "
                        + "zhigong.filePatterns, zhigong.filePeriodColumn, zhigong.footerWords, zhigong.headerless, "
                        + "zhigong.hiddenSheets, zhigong.legalBasis, zhigong.maxQuarantinedShare, zhigong.maxTitleRows, zhigong.maxVolumeJump, "
                        + "zhigong.missing, zhigong.nameEn, zhigong.owner, zhigong.periodColumn, zhigong.purposeEn, "
                        + "zhigong.registerColumn, zhigong.samePeriod, zhigong.scaleColumn, zhigong.sheets, zhigong.totalsWords]; did you mean zhigong.dueDay?");
    }

    @Test
    void refusesAnUnknownCustomPropertyOfAColumn() throws IOException {
        refuses(
                "{property: zhigong.unit, value: yuan}",
                "{property: zhigong.units, value: yuan}",
                "line 69: properties[subsidy_fen]: missing key 'zhigong.unit'");
        refuses(
                "{property: zhigong.kind, value: count}",
                "{property: zhigong.kind, value: count}\n          - {property: zhigong.kin, value: count}",
                "line 61: properties[visits].zhigong.kin: unknown key 'zhigong.kin': expected one of [zhigong.aliases, "
                        + "zhigong.codeList, zhigong.contextColumn, zhigong.duties, zhigong.grade, zhigong.keptAs, "
                        + "zhigong.kind, zhigong.mergeFill, zhigong.missing, zhigong.nameEn, zhigong.notMissing, "
                        + "zhigong.past, zhigong.precision, zhigong.unit]; did you mean zhigong.kind or zhigong.unit?");
    }

    @Test
    void refusesBrokenYaml() throws IOException {
        refuses("status: active", "status: [active", "line 8: not YAML: while parsing a flow sequence");
        refuses("status: active", "status: active\nstatus: active", "line 8: status: the key is there twice");
        refuses(
                "status: active\ndomain: services",
                "status: &a active\ndomain: *a",
                "line 8: expected the value itself, found the alias *a");
        refuses("status: active", "status: active\n---\nx: 1", "line 9: expected one document, found a second");
    }

    @Test
    void refusesAnEmptyFileAndAListInsteadOfAContract() throws IOException {
        Path file = folder.resolve("canteen_visits.yaml");
        Files.writeString(file, "");
        assertThatThrownBy(this::read).hasMessage(file + " is empty: expected keys with values");
        Files.writeString(file, "- 1\n");
        assertThatThrownBy(this::read).hasMessage(file + ", line 1: expected keys with values, found a list");
    }

    @Test
    void refusesAColumnWithoutGrade() throws IOException {
        refuses(
                "          - {property: zhigong.grade, value: L2}\n          - {property: zhigong.aliases, value: [人次]}",
                "          - {property: zhigong.aliases, value: [人次]}",
                "line 59: properties[visits]: missing key 'zhigong.grade'");
    }

    @Test
    void refusesAnUnknownGrade() throws IOException {
        refuses(
                "{property: zhigong.grade, value: L2}\n          - {property: zhigong.aliases, value: [人次]}",
                "{property: zhigong.grade, value: L5}\n          - {property: zhigong.aliases, value: [人次]}",
                "line 61: properties[visits].zhigong.grade: expected one of L1, L2, L3, L4, found 'L5'");
    }

    @Test
    void refusesAColumnWithoutAnEnglishName() throws IOException {
        refuses(
                "          - {property: zhigong.nameEn, value: Meal}\n",
                "",
                "line 49: properties[meal]: missing key 'zhigong.nameEn'");
    }

    @Test
    void refusesAnUnknownKind() throws IOException {
        refuses(
                "{property: zhigong.kind, value: count}",
                "{property: zhigong.kind, value: counts}",
                "line 60: properties[visits].zhigong.kind: unknown kind 'counts'; expected one of " + KINDS);
    }

    @Test
    void refusesALogicalTypeThatDoesNotFitTheKind() throws IOException {
        refuses(
                "logicalType: date",
                "logicalType: string",
                "line 33: properties[visited_on].logicalType: expected 'date', found 'string'");
    }

    @Test
    void refusesAnUnknownCodeListWithTheNearest() throws IOException {
        refuses(
                "{property: zhigong.nameEn, value: Meal}\n          - {property: zhigong.kind, value: text}",
                "{property: zhigong.nameEn, value: Meal}\n          - {property: zhigong.codeList, value: sexes}\n"
                        + "          - {property: zhigong.kind, value: code}",
                "line 50: properties[meal].zhigong.codeList: unknown code list 'sexes': expected one of "
                        + CodeLists.read(Path.of("codes")).names() + "; did you mean sex?");
    }

    @Test
    void refusesPersonalDataBelowTheHighestGrade() throws IOException {
        refuses(
                "{property: zhigong.nameEn, value: Meal}\n          - {property: zhigong.kind, value: text}",
                "{property: zhigong.nameEn, value: Meal}\n          - {property: zhigong.kind, value: person_name}",
                "line 51: properties[meal].zhigong.grade: column 'meal' of kind person_name must be of grade L4, found L2");
    }

    @Test
    void refusesAnEventsFeedWithoutAPeriod() throws IOException {
        refuses(
                "  - {property: zhigong.periodColumn, value: visited_on}\n",
                "",
                "line 89: missing key 'zhigong.periodColumn'; the rows of an events feed fall into months by it");
        refuses(
                "value: visited_on}",
                "value: visited}",
                "line 95: zhigong.periodColumn: unknown column 'visited': expected one of [union_id, visited_on, meal, "
                        + "visits, subsidy_fen, subsidised_bp]; did you mean visits?");
        refuses(
                "value: visited_on}",
                "value: visits}",
                "line 95: zhigong.periodColumn: expected a column of kind date, minute or month, found 'visits' of kind count");
    }

    @Test
    void refusesAHeaderThatTwoColumnsClaim() throws IOException {
        refuses(
                "value: [人次]",
                "value: [补贴]",
                "line 18: schema[canteen_visits].properties: header '补贴' belongs to column 'visits' and to column 'subsidy_fen'");
    }

    @Test
    void refusesARuleThatIsNoCondition() throws IOException {
        refuses(
                "    properties:\n",
                "    quality:\n      - {name: some, type: sql, mustBe: 0, query: select 1, description: 某}\n    properties:\n",
                "line 18: quality[some].query: expected 'select count(*) from {object} where …', found 'select 1'");
    }

    @Test
    void refusesAPatternThatIsNone() throws IOException {
        refuses(
                "\"^GH[0-9]{10}$\"",
                "\"^GH[0-9{10}$\"",
                "line 24: properties[union_id].logicalTypeOptions.pattern: invalid pattern '^GH[0-9{10}$': "
                        + "Unclosed character class near character 11");
    }

    @Test
    void refusesAContractWithoutKey() throws IOException {
        refuses(
                "        required: true\n        primaryKey: true\n        primaryKeyPosition: 1\n",
                "        required: false\n        primaryKey: true\n        primaryKeyPosition: 1\n",
                "line 22: properties[union_id].primaryKey: column 'union_id' is not kept or not required; a key is both");
    }

    @Test
    void refusesAContractOfAnotherName() throws IOException {
        refuses("name: canteen_visits\n", "name: visits\n", "line 5: name: expected 'canteen_visits', found 'visits'");
        refuses("apiVersion: v3.1.0", "apiVersion: v3.0.0", "line 2: apiVersion: expected 'v3.1.0', found 'v3.0.0'");
    }

    private void refuses(String place, String change, String message) throws IOException {
        String example = Files.readString(Path.of("feeds/example/canteen_visits.yaml"));
        if (!example.contains(place)) {
            throw new IllegalArgumentException("The example contract has no '%s'".formatted(place));
        }
        Path file = folder.resolve("canteen_visits.yaml");
        Files.writeString(
                file,
                example.replaceFirst(
                        java.util.regex.Pattern.quote(place), java.util.regex.Matcher.quoteReplacement(change)));
        assertThatThrownBy(this::read).isInstanceOf(SetupException.class).hasMessage(file + ", " + message);
    }

    private void read() {
        Contracts.read(folder, Path.of("codes")).contract("canteen_visits");
    }
}
