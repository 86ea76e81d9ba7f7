package org.zhigong.ingest.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.SetupException;

class ContractsTest {

    private static final Path FEEDS = Path.of("feeds");
    private static final Path CODES = Path.of("codes");
    private static final Contracts CONTRACTS = Contracts.read(FEEDS, CODES);

    @Test
    void knowsTheFeedsOfProductionAndNotTheExample() {
        assertThat(CONTRACTS.feeds())
                .contains("members", "receipts")
                .doesNotContain("canteen_visits")
                .containsExactlyElementsOf(files());
    }

    /** The names of the contract files, in order. */
    static List<String> files() {
        return Arrays.stream(FEEDS.toFile().list((folder, name) -> name.endsWith(".yaml")))
                .map(name -> name.replace(".yaml", ""))
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsEveryContractAndEveryCodeListItNames(String feed) {
        Contract contract = CONTRACTS.contract(feed);

        assertThat(contract.feed()).isEqualTo(feed);
        assertThat(CONTRACTS.codeLists().names()).containsAll(contract.codeLists());
        assertThat(contract.contentHash()).hasSize(64);
        assertThat(contract.columns())
                .allSatisfy(c ->
                        assertThat(c.duties()).allMatch(duty -> duty >= 1 && duty <= 141, "a duty of the catalogue"));
    }

    @Test
    void keepsOfMembersNothingThatNamesAPerson() {
        assertThat(names(CONTRACTS.contract("members").fileColumns()))
                .isEqualTo("name_key varchar, doc_type varchar, person_key varchar, sex varchar, birth_year bigint, "
                        + "ethnicity varchar, political_status varchar, education varchar, hukou varchar, "
                        + "employment_form varchar, employer_name varchar, employer_code varchar, union_id varchar, "
                        + "joined_on date, membership_status varchar, left_on date, updated_on date, "
                        + "period varchar, flags varchar, verdict varchar, source_line bigint");
    }

    @Test
    void showsModelsWhereARowCameFrom() {
        assertThat(names(CONTRACTS.contract("agreement_events").rawColumns()))
                .isEqualTo("agreement_id varchar, event_type varchar, event_on date, agreement_level varchar, "
                        + "employer_code varchar, area_code varchar, industry_scheme varchar, industry_code varchar, "
                        + "side varchar, form varchar, delegates_all bigint, delegates_present bigint, "
                        + "delegates_for bigint, period varchar, flags varchar, source_line bigint, batch_id varchar, file_sha256 varchar, deliverer varchar, received_on date, "
                        + "is_current boolean, set_aside_as varchar, file_row_number bigint");
    }

    @Test
    void derivesWhatACellImplies() {
        assertThat(names(CONTRACTS.contract("registrations").keptColumns()))
                .isEqualTo("employer_name varchar, credit_code varchar, registered_on date, enterprise_type varchar, "
                        + "capital_text varchar, capital_fen bigint, capital_currency varchar, province_name varchar, "
                        + "district_name varchar, district_code varchar");
        assertThat(names(CONTRACTS.contract("employers").keptColumns()))
                .contains(
                        "ownership_code varchar, ownership_group varchar", "street_code varchar", "revenue_fen bigint");
    }

    @Test
    void saysHowFilesOfTheTaxBureauLook() {
        Contract receipts = CONTRACTS.contract("receipts");

        assertThat(receipts.kind()).isEqualTo(Batch.Kind.EVENTS);
        assertThat(receipts.periodColumn()).contains("payroll_month");
        assertThat(receipts.filePeriodColumn()).contains("credited_on");
        assertThat(receipts.keyColumns()).containsExactly("receipt_no", "line_no");
        assertThat(receipts.files().isHeaderless("GHJF_11_202412_20250103.txt")).isTrue();
        assertThat(receipts.files().isHeaderless("receipts_11_202412_20250103.csv"))
                .isFalse();
        assertThat(receipts.files().controlFile())
                .contains(new ControlFile("ctl", '|', java.util.Optional.of("amount_fen")));
        assertThat(receipts.files().delimiters().get(0)).isEqualTo('|');
        assertThat(receipts.files().encodings().get(0).name()).isEqualTo("GB18030");
    }

    @Test
    void namesTheKeyOfAPersonByItsPseudonym() {
        assertThat(CONTRACTS.contract("members").keyColumns()).containsExactly("person_key", "union_id");
    }

    @Test
    void readsRowRulesAsConditionsThatMustNotHold() {
        assertThat(CONTRACTS.contract("members").rules())
                .containsExactly(new RowRule(
                        "left_after_joined",
                        "left_on < joined_on",
                        "END_BEFORE_START",
                        new Label("离会日期早于入会日期", "The member left before joining")));
    }

    @Test
    void knowsPerColumnWhichWordsMeanNothing() {
        Contract members = CONTRACTS.contract("members");
        Contract agreements = CONTRACTS.contract("agreements");

        assertThat(members.column("employer_code").missing()).contains("无", "N/A", "-");
        assertThat(members.column("sex").missing()).contains("N/A").doesNotContain("未知");
        assertThat(agreements.column("is_auto_renewal").missing()).doesNotContain("无");
    }

    @Test
    void saysWhyAFeedMayBeKeptAndWhoAnswersForIt() {
        assertThat(CONTRACTS.contract("members").governance())
                .isEqualTo(new Governance(
                        new Label(
                                "会员实名制月度名册，用于计算入会率；只保留化名，不保留姓名和证件号码。",
                                "The monthly roster of members, for union density; only pseudonyms are kept, "
                                        + "neither names nor document numbers."),
                        new Label(
                                "工会法第三条；个人信息保护法第十三条第三项",
                                "Trade Union Law, art. 3; Personal Information Protection Law, art. 13(3)"),
                        24,
                        1,
                        10,
                        new Label("市总工会基层工作部", "Municipal federation, department of grass-roots work")));
    }

    @Test
    void namesTheNearestFeedsWhenThereIsNone() {
        assertThatThrownBy(() -> CONTRACTS.contract("member"))
                .isInstanceOf(SetupException.class)
                .hasMessage("Unknown feed 'member': expected one of %s; did you mean members?"
                        .formatted(CONTRACTS.feeds()));
    }

    @Test
    void saysThatAFolderIsMissing() {
        assertThatThrownBy(() -> Contracts.read(Path.of("nowhere"), CODES))
                .isInstanceOf(SetupException.class)
                .hasMessage("Missing folder of contracts nowhere");
    }

    private static String names(List<Column> columns) {
        return columns.stream().map(c -> c.name() + " " + c.type().sql()).collect(Collectors.joining(", "));
    }
}
