package org.zhigong.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.zhigong.ingest.contract.ColumnKind;
import org.zhigong.ingest.contract.ContractColumn;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Batches;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.HomeGuard;
import org.zhigong.warehouse.HomeLock;
import org.zhigong.warehouse.Json;
import org.zhigong.warehouse.Verdict;

/**
 * Plants names and numbers of persons wherever a file has a place for them, reads the files, and looks through every
 * byte that is left: all files below the home and the scratch folder, the text of each Parquet file, the reports, the
 * log. A number is looked for whole, without its last digit, and by its last eight.
 */
class LeakTest {

    private static final String HEADER = "姓名,证件类型,证件号码,性别,手机号码,单位名称,单位统一社会信用代码,工会编号,入会日期,会员状态,备注";
    private static final String RIGHT =
            "仿蘅霁,ID,119990199003070011,1,13800001234,北京合成一号有限公司,91119990MA00010015,GH0000000001,"
                    + "2020-05-01,1,仿蘅霁 13800001234 119990199003070011 账号 11000099887766554\n";
    private static final String ALL = "仿蘅霁 119990199003070011 13800001234 6222029900112233442 SYN99887766";

    /** What is planted; a name alone cannot be told from another word outside of rosters of persons. */
    private enum Planted {
        NAME("仿蘅霁"),
        RESIDENT_ID("119990199003070011"),
        WITHOUT_LAST_DIGIT("11999019900307001"),
        OLD_RESIDENT_ID("119990900307001"),
        MOBILE("13800001234"),
        BANK_CARD("6222029900112233442"),
        PASSPORT("SYN99887766");

        private final String text;

        Planted(String text) {
            this.text = text;
        }
    }

    /** What must be found nowhere: what was planted, and what tells of it. */
    private static final List<String> TELLING = List.of(
            "仿蘅霁",
            "11999019900307001",
            "03070011",
            "119990900307001",
            "13800001234",
            "00001234",
            "622202990011223344",
            "12233442",
            "SYN9988776",
            "99887766",
            "11000099887766554");

    /** Feeds with a good row each. */
    static final Map<String, String> ROWS = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "members",
                    "1,仿蘅霁,ID,119990199003070011,1,1990-03-07,01,13,21,local_urban,01,13800001234,北京合成一号有限公司,91119990MA00010015,"
                            + "GH0000000001,2020-05-01,1,,2025-03-01,无"),
            Map.entry("headcount", "91119990MA00010015,2025-03,120,50,60,10,10,10,50,40,1,1,1,1,1,1,1,1,960000.00"),
            Map.entry(
                    "employers",
                    "91119990MA00010015,北京合成一号有限公司,1,110105001,2017,6511,2011,170,1,2010-01-05,,1,100,100,,,2025-03-01"),
            Map.entry(
                    "unions",
                    "GH0000000001,合成工会,1,,91119990MA00010015,110105001,2010-01-05,,,,2024-01-05,5,2025-03-01"),
            Map.entry(
                    "agreements",
                    "HT01,1,1,是,91119990MA00010015,,,,2024-01-05,2024-01-05,2026-01-04,否,,,,,,,,,,,2025-03-01"),
            Map.entry("dues", "SJ01,1,GH0000000001,仿蘅霁,ID,119990199003070011,2025-03,2025-03,10.00,2025-03-20"),
            Map.entry("covered_units", "GH0000000001,合成工会,91119990MA00010015,北京合成一号有限公司,2020-01-05,"),
            Map.entry("receipts", "PZ01,1,税务代收,工会经费,91119990MA00010015,GH0000000001,2025-03,2025-03-20,100.00"),
            Map.entry(
                    "registrations",
                    "北京合成一号有限公司,91119990MA00010015,2025-03-05,有限责任公司,仿蘅霁,100万人民币,研发,北京,朝阳,北京市朝阳区合成路1号"),
            Map.entry(
                    "mediation",
                    "京工调〔2025〕H1号,仿蘅霁,ID,119990199003070011,北京合成一号有限公司,91119990MA00010015,PAY,1,否,2025-03-01,2025-03-03,"
                            + "2025-03-10,AGREED,是,否,否,否,否,否,2025-03-10,无"),
            Map.entry(
                    "arbitration",
                    "京朝劳人仲字(2025)第1234号,1,仿蘅霁,ID,119990199003070011,北京合成一号有限公司,91119990MA00010015,PAY,1,否,2025-03-01,2025-03-03,"
                            + "2025-03-10,否,AWARD,WORKER,2025-03-10,无"),
            Map.entry(
                    "requests",
                    "SQ2503000001,1,否,仿蘅霁,ID,119990199003070011,13800001234,91119990MA00010015,GH0000000001,30,2025-03-05 14:07,"
                            + "2025-03-06 09:00,来电人仿蘅霁身份证119990199003070011电话13800001234反映工资问题,已回电13800001234"),
            Map.entry(
                    "services",
                    "FW2503000001,2,31,仿蘅霁,ID,119990199003070011,13800001234,91119990MA00010015,GH0000000001,SQ2503000001,"
                            + "2025-03-05,1000.00,2025-01-01,2025-12-31,2025-01-01,,卡号6222029900112233442"),
            Map.entry(
                    "training",
                    "1,BM01,仿蘅霁,ID,119990199003070011,1,local_urban,01,北京合成一号有限公司,91119990MA00010015,合成课程,14,"
                            + "2025-03-01,2025-03-05,completed"),
            Map.entry(
                    "certificates",
                    "1,仿蘅霁,ID,119990199003070011,1,北京合成一号有限公司,91119990MA00010015,SYN9988776,skill_level,合成工种,6-31-01-03,"
                            + "rank_3,2025-03-05,,valid,,2025-03"),
            Map.entry(
                    "training_funds", "91119990MA00010015,北京合成一号有限公司,2024-01-01,2024-12-31,15000.00,9000.00,6000.00")));

    @TempDir
    private static Path scratch;

    private static Workshop lenient;
    private static Workshop strict;

    @TempDir
    private Path folder;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final List<FileReport> reports = new ArrayList<>();

    @BeforeAll
    static void open() {
        lenient = Workshop.lenient(scratch);
        strict = Workshop.strict(scratch);
    }

    @AfterAll
    static void close() {
        lenient.close();
        strict.close();
    }

    @BeforeEach
    void listen() {
        Logger logger = (Logger) LoggerFactory.getLogger("org.zhigong");
        logger.setLevel(Level.TRACE);
        logger.addAppender(log);
        log.start();
    }

    @AfterEach
    void stopListening() {
        ((Logger) LoggerFactory.getLogger("org.zhigong")).detachAppender(log);
    }

    @ParameterizedTest
    @EnumSource
    void nothingStaysOfWhatStandsInAnyColumnOfAnyFeed(Planted planted) throws IOException {
        for (String feed : ROWS.keySet()) {
            read(lenient, feed, "", planted(feed, planted), StandardCharsets.UTF_8);
        }

        assertThat(reports).extracting(FileReport::verdict).containsOnly(Verdict.ACCEPTED);
        assertThat(reports.stream().mapToLong(FileReport::quarantined).sum()).isPositive();
        assertNothingTells();
    }

    @ParameterizedTest
    @EnumSource(names = {"NAME", "RESIDENT_ID", "MOBILE"})
    void nothingStaysOfATextInTheWrongColumnOfAnAcceptedRow(Planted planted) throws IOException {
        String row = ROWS.getOrDefault("members", "").replace("北京合成一号有限公司", planted.text);
        String header = lenient.contracts().contract("members").columns().stream()
                .map(column -> column.label().zh())
                .collect(Collectors.joining(",", "", "\n"));

        read(lenient, "members", "", header + row + "\n", StandardCharsets.UTF_8);

        assertThat(reports).extracting(FileReport::accepted).containsOnly(1L);
        assertNothingTells();
    }

    @ParameterizedTest
    @EnumSource
    void nothingStaysOfTicketsAsObjects(Planted planted) throws IOException {
        List<ContractColumn> columns = lenient.contracts().contract("requests").columns();
        List<String> rows = planted("requests", planted).lines().skip(1).toList();
        StringBuilder text = new StringBuilder();
        for (String row : rows) {
            String[] cells = row.split(",", -1);
            Map<String, Object> ticket = new TreeMap<>();
            for (int i = 0; i < cells.length; i++) {
                ticket.put(columns.get(i).label().zh(), cells[i]);
            }
            ticket.put("接线员记录", ALL + planted.text);
            text.append(Json.line(ticket)).append('\n');
        }
        text.append("{\"工单编号\": \"").append(ALL).append('\n');

        read(lenient, "requests", "requests_110000_202503_20250408.json", text.toString(), StandardCharsets.UTF_8);

        assertThat(reports).hasSize(1);
        assertThat(reports.get(0).rowsRead()).isGreaterThan(rows.size() / 2);
        assertNothingTells();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "GB18030"})
    void nothingStaysOfFilesThatAreReadTheCarefulWay(String encoding) throws IOException {
        for (Planted planted : Planted.values()) {
            read(lenient, "members", "", planted("members", planted), Charset.forName(encoding));
        }

        assertThat(reports).extracting(FileReport::verdict).containsOnly(Verdict.ACCEPTED);
        assertNothingTells();
    }

    @Test
    void nothingStaysOfWhatStandsAroundTheRows() throws IOException {
        read(lenient, "members", "", """
                会员花名册 制表人 %1$s,,,,,,,,,,
                联系电话 13800001234,,,,,,,,,,
                %2$s,仿蘅霁,119990199003070011
                %3$s合计,1,%1$s,,,,,,,,
                制表人：仿蘅霁 13800001234,,,,,,,,,,
                注：%1$s,,,,,,,,,,
                """.formatted(ALL, HEADER, RIGHT), StandardCharsets.UTF_8);

        assertThat(reports).extracting(FileReport::verdict).containsOnly(Verdict.ACCEPTED);
        assertNothingTells();
    }

    @Test
    void nothingStaysOfRowsOfAnotherForm() throws IOException {
        read(lenient, "members", "", """
                %s
                %s仿蘅霁,119990199003070011
                %s
                "仿蘅霁"119990199003070011,ID,13800001234,1,,,,,,1,
                ,,,,,,,,,,119990199003070011,13800001234,仿蘅霁
                """.formatted(HEADER, RIGHT, ALL), StandardCharsets.UTF_8);

        assertThat(reports.get(0).quarantined()).isPositive();
        assertNothingTells();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "仿蘅霁,119990199003070011,13800001234\n仿蘅霁,119990199003070011,13800001234\n",
                "姓名,证件号码,仿蘅霁 119990199003070011\n仿蘅霁,119990199003070011,1\n",
                "姓名,姓名,证件号码,工会编号,入会日期,会员状态\n仿蘅霁,仿蘅霁,119990199003070011,GH0000000001,2020-05-01,1\n",
                "姓名，证件号码，工会编号，入会日期，会员状态\n仿蘅霁，119990199003070011，GH0000000001，2020-05-01，1\n",
                "姓名,证件号码,工会编号,入会日期,会员状态\n仿蘅霁,119990199003070012,仿蘅霁,13800001234,119990199003070011\n",
                "姓名,证件号码,工会编号,入会日期,会员状态\n仿蘅霁,119990199003070011,GH0000000001,2020-05-01,\"1\n",
                "姓名,证件号码,工会编号,入会日期,会员状态\n仿蘅霁锟斤拷,119990199003070011,GH0000000001,2020-05-01,1\n",
                "姓名,证件号码,工会编号,入会日期,会员状态\n仿蘅霁,1.1999E+17,GH0000000001,2020-05-01,1\n",
                "姓名,证件号码,工会编号,入会日期,会员状态\n制表人：仿蘅霁 119990199003070011,,,,\n",
                "PK\u0003\u0004仿蘅霁 119990199003070011\n",
            })
    void nothingStaysOfRejectedFiles(String text) throws IOException {
        read(strict, "members", "", text, StandardCharsets.UTF_8);

        assertThat(reports).extracting(FileReport::verdict).containsOnly(Verdict.REJECTED);
        assertNothingTells();
    }

    @Test
    void nothingStaysOfNamesOfFilesAndWhatLiesBesideThem() throws IOException {
        for (Planted planted : Planted.values()) {
            if (planted != Planted.WITHOUT_LAST_DIGIT) {
                name("members", "%s会员名单.csv".formatted(planted.text), HEADER + "\n" + RIGHT, "{}");
            }
            name("members", "members.csv", HEADER + "\n" + RIGHT, "{\"deliverer\": \"%s\"}".formatted(planted.text));
            name(
                    "members",
                    "members.csv",
                    HEADER + "\n" + RIGHT,
                    "{\"deliverer\": \"110105\", \"period\": \"%s\"}".formatted(planted.text));
            name("members", "members.csv", HEADER + "\n" + RIGHT, "仿蘅霁 " + planted.text);
            name(planted.text, planted.text + ".csv", ALL, "{}");
        }
        Path control = Files.createDirectories(folder.resolve("inbox/receipts"));
        Files.writeString(control.resolve("receipts_11_202503_20250408.ctl"), ALL);
        read(strict, "receipts", "receipts_11_202503_20250408.csv", ALL + "\n", StandardCharsets.UTF_8);

        assertThat(reports).extracting(FileReport::verdict).contains(Verdict.REJECTED);
        assertNothingTells();
    }

    @Test
    void nothingStaysOfAWorkbookThatWentOutAndCameBack() throws IOException {
        Path home = HomeGuard.forWriting(folder.resolve("home"), HomeLock.Holder.here("test", Instant.EPOCH, "here"))
                .home()
                .root();
        read(lenient, "members", "", planted("members", Planted.RESIDENT_ID), StandardCharsets.UTF_8);
        read(lenient, "members", "", HEADER + "\n" + RIGHT.replace("2020-05-01", "2020-02-30"), StandardCharsets.UTF_8);
        Path workbook = Files.createDirectories(folder.resolve("inbox")).resolve("仿蘅霁_20250506.xlsx");
        Set<String> all =
                Batches.read(new Home(home)).stream().map(Batch::batchId).collect(Collectors.toSet());
        Repairs.Surroundings known = new Repairs.Surroundings(all, List.of());
        try (Repairs repairs = lenient.repairs(scratch)) {
            Repairs.Wanted wanted = new Repairs.Wanted("110105", Optional.empty(), Optional.empty());
            assertThat(repairs.export(home(), wanted, known, workbook)).containsKey("members");
            fill(workbook);
            reports.clear();
            RepairReport report =
                    repairs.apply(home(), workbook, new Repairs.Order("李主任", "核对", Optional.empty()), known);
            assertThat(report.accepted()).isPositive();
            assertThat(report.quarantined()).isPositive();
            List<String> told = new ArrayList<>();
            find(told, "repair report", Json.pretty(report));
            assertThat(told).isEmpty();
        }

        assertNothingTells();
    }

    /** Nothing of a person goes out; then every row is typed in full, and each third one wrongly. */
    private static void fill(Path workbook) throws IOException {
        try (Clerk clerk = new Clerk(workbook)) {
            List<String> told = new ArrayList<>();
            clerk.texts().forEach(text -> find(told, "workbook", text));
            assertThat(told).isEmpty();
            for (int number = 1; number <= clerk.sheet("members").getLastRowNum() - 2; number++) {
                boolean isWrong = number % 3 == 0;
                clerk.correct("members", number, "姓名", "仿蘅霁")
                        .correct("members", number, "证件类型", "ID")
                        .correct("members", number, "证件号码", isWrong ? "119990199003070012" : "119990199003070011")
                        .correct("members", number, "出生日期", "1990-03-07")
                        .correct("members", number, "手机号码", "13800001234")
                        .correct("members", number, "单位名称", isWrong ? "仿蘅霁" : "北京合成一号有限公司")
                        .correct("members", number, "单位统一社会信用代码", "91119990MA00010015")
                        .correct("members", number, "工会编号", "GH00000000%02d".formatted(number))
                        .correct("members", number, "入会日期", "2020-05-01")
                        .correct("members", number, "会员状态", "1")
                        .correct("members", number, "更新日期", "2025-03-01");
            }
            clerk.save(workbook);
        }
    }

    @Test
    void aLeakIsFound() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.writeString(home.resolve("utf-8"), "x仿蘅霁x");
        Files.writeString(home.resolve("utf-16"), "13800001234", StandardCharsets.UTF_16LE);
        Files.writeString(home.resolve("gb18030"), "仿蘅霁", Charset.forName("GB18030"));
        String union = ROWS.getOrDefault("unions", "").replace("合成工会", "仿蘅霁");
        read(
                lenient,
                "unions",
                "",
                lenient.contracts().contract("unions").columns().stream()
                                .map(column -> column.label().zh())
                                .collect(Collectors.joining(",", "", "\n"))
                        + union + "\n",
                StandardCharsets.UTF_8);

        assertThat(leaks())
                .anyMatch(leak -> leak.startsWith("仿蘅霁 in home/utf-8: x仿蘅霁x"))
                .anyMatch(leak -> leak.startsWith("00001234 in home/utf-16: "))
                .anyMatch(leak -> leak.startsWith("仿蘅霁 in home/gb18030: "))
                .anyMatch(leak -> leak.endsWith("rows.parquet union_name: 仿蘅霁"));
    }

    /** The good row, and one more for each column with {@code planted} in it where that could be told. */
    private String planted(String feed, Planted planted) {
        List<ContractColumn> columns = lenient.contracts().contract(feed).columns();
        List<String> keys = lenient.contracts().contract(feed).keyColumns();
        String[] good = ROWS.getOrDefault(feed, "").split(",", -1);
        assertThat(good).as("cells of %s", feed).hasSize(columns.size());
        StringBuilder text = new StringBuilder(
                columns.stream().map(column -> column.label().zh()).collect(Collectors.joining(",", "", "\n")));
        text.append(ROWS.getOrDefault(feed, "")).append('\n');
        for (int i = 0; i < good.length; i++) {
            if (canBeTold(feed, columns.get(i), keys, planted)) {
                String[] row = good.clone();
                row[i] = planted.text;
                text.append(String.join(",", row)).append('\n');
            }
        }
        return text.toString();
    }

    /**
     * Outside of rosters an employer may be called like a person, and a key or an amount may be any number but a whole
     * resident ID.
     */
    private static boolean canBeTold(String feed, ContractColumn column, List<String> keys, Planted planted) {
        boolean isRoster = lenient.contracts().contract(feed).columns().stream()
                .anyMatch(each -> each.kind() == ColumnKind.PERSON_DOCUMENT);
        boolean isText = column.kind() == ColumnKind.TEXT;
        boolean isKey = isText && (keys.contains(column.name()) || column.name().endsWith("_id"));
        boolean isNumber = column.kind() == ColumnKind.MONEY || column.kind() == ColumnKind.CAPITAL;
        return switch (planted) {
            case NAME, PASSPORT -> isRoster || !isText;
            case RESIDENT_ID -> true;
            case MOBILE, OLD_RESIDENT_ID, WITHOUT_LAST_DIGIT, BANK_CARD -> isRoster || !(isKey || isNumber);
        };
    }

    private void name(String feed, String name, String text, String sidecar) throws IOException {
        Path inbox = Files.createDirectories(folder.resolve("inbox").resolve(feed));
        Files.writeString(inbox.resolve(name + ".json"), sidecar);
        read(strict, feed, name, text, StandardCharsets.UTF_8);
    }

    private void read(Workshop workshop, String feed, String name, String text, Charset encoding) throws IOException {
        Path inbox = Files.createDirectories(folder.resolve("inbox").resolve(feed));
        String deliverer = feed.equals("receipts") ? "11" : feed.equals("members") ? "110105" : "110000";
        Path file = inbox.resolve(name.isEmpty() ? "%s_%s_202503_20250408.csv".formatted(feed, deliverer) : name);
        Files.writeString(file, encoding.name().equals("UTF-16") ? "\ufeff" + text : text, encoding);
        Arrival arrival = Arrival.of(file).asFeed(feed);
        reports.add(workshop.ingest().ingest(home(), arrival));
        if (workshop == strict) {
            reports.add(workshop.ingest().check(arrival));
        }
        reports.removeIf(report -> report.verdict() == Verdict.DUPLICATE);
    }

    private void assertNothingTells() throws IOException {
        assertThat(leaks()).isEmpty();
    }

    private List<String> leaks() throws IOException {
        List<String> leaks = new ArrayList<>();
        for (FileReport report : reports) {
            find(leaks, "report", Json.pretty(report));
        }
        log.list.forEach(event -> find(leaks, "log", event.getFormattedMessage()));
        List<Path> all = new ArrayList<>(files(folder));
        all.addAll(files(scratch));
        for (Path file : all) {
            String name = file.startsWith(folder)
                    ? folder.relativize(file).toString()
                    : scratch.relativize(file).toString();
            find(leaks, name, name);
            byte[] bytes = Files.readAllBytes(file);
            find(leaks, name, new String(bytes, StandardCharsets.UTF_8));
            find(leaks, name, new String(bytes, StandardCharsets.UTF_16LE));
            find(leaks, name, new String(bytes, Charset.forName("GB18030")));
            if (name.endsWith(".parquet")) {
                lenient.query("select * from read_parquet('%s')".formatted(file))
                        .forEach(row -> row.forEach(
                                (column, value) -> find(leaks, name + " " + column, String.valueOf(value))));
            }
        }
        return leaks;
    }

    private static void find(List<String> leaks, String where, String text) {
        TELLING.stream()
                .filter(text::contains)
                .forEach(part -> leaks.add("%s in %s: %s".formatted(part, where, excerpt(text, part))));
    }

    private static String excerpt(String text, String part) {
        int at = text.indexOf(part);
        return text.substring(Math.max(0, at - 20), Math.min(text.length(), at + 40));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(folder.resolve("inbox")))
                    .toList();
        }
    }

    private Home home() {
        return new Home(folder.resolve("home"));
    }
}
