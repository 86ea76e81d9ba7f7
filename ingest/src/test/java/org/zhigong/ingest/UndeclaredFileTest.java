package org.zhigong.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhigong.ingest.contract.Contracts;
import org.zhigong.ingest.contract.FileRules;
import org.zhigong.ingest.read.FileNames;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Batches;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.Verdict;

/** Files about which too little is known to read them: each is refused in both languages, and no more than that. */
class UndeclaredFileTest {

    private static final String MEMBERS = """
            姓名,证件号码,工会编号,入会日期,会员状态
            合成甲,119990199003070011,GH0000000001,2020-05-01,1
            """;
    private static final String FEEDS =
            Contracts.read(Path.of("feeds"), Path.of("codes")).feeds().toString();

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static Workshop workshop;

    @BeforeAll
    static void open() {
        workshop = Workshop.strict(shared);
    }

    @AfterAll
    static void close() {
        workshop.close();
    }

    @Test
    void refusesAFileThatDoesNotSayWhoSentIt() throws IOException {
        FileReport report = ingest(file("members", "会员名单2025.csv", MEMBERS));

        assertThat(report.verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(report.reasons()).isEqualTo(Map.of("FILE_UNDECLARED", 1L));
        assertThat(report.deliverer()).isEqualTo("unknown");
        assertThat(report.messages())
                .containsExactly(new Batch.Message(
                        "无法判断由谁报送：文件名和附带说明都没有写明。请按约定命名，如 members_110105_202503_20250408.csv；或附上同名加 .json"
                                + " 的说明，如 {\"deliverer\": \"110105\", \"period\": \"2025-03\", \"received_on\":"
                                + " \"2025-04-08\"}。",
                        "Nobody says who delivered the file, neither its name nor a sidecar. Name it like"
                                + " members_110105_202503_20250408.csv, or put a file of its name and .json beside"
                                + " it, such as {\"deliverer\": \"110105\", \"period\": \"2025-03\", \"received_on\":"
                                + " \"2025-04-08\"}."));
        assertThat(Batches.read(home())).extracting(Batch::batchId).containsExactly(report.batch());
        assertThat(ingest(file("members", "会员名单2025.csv", MEMBERS)))
                .usingRecursiveComparison()
                .ignoringFields("seenBefore")
                .isEqualTo(report);
    }

    @Test
    void refusesAMonthThatDoesNotExist() throws IOException {
        FileReport report = ingest(file("members", "members_110105_202513_20250408.csv", MEMBERS));

        assertThat(report.messages())
                .containsExactly(new Batch.Message(
                        "文件名或附带说明中的所属期“202513”无法理解，应如 2025-03、202503 或 2025。请改正后重新报送。",
                        "The period '202513' in the file's name or sidecar is not clear: expected 2025-03, 202503 or"
                                + " 2025. Correct it and deliver again."));
    }

    @Test
    void refusesADayThatDoesNotExist() throws IOException {
        FileReport report = ingest(file("members", "members_110105_202503_20250431.csv", MEMBERS));

        assertThat(report.messages())
                .containsExactly(new Batch.Message(
                        "文件名或附带说明中的报送日期“20250431”无法理解，应如 2025-04-08 或 20250408。请改正后重新报送。",
                        "The delivery date '20250431' in the file's name or sidecar is not clear: expected 2025-04-08 or"
                                + " 20250408. Correct it and deliver again."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"119990199003070011", "合成甲", "13800001234"})
    void showsOnlyTheShapeOfADelivererThatIsNone(String deliverer) throws IOException {
        Path file = file("members", "members.csv", MEMBERS);
        Files.writeString(file.resolveSibling("members.csv.json"), "{\"deliverer\": \"%s\"}".formatted(deliverer));

        FileReport report = ingest(file);

        assertThat(report.reasons()).isEqualTo(Map.of("FILE_UNDECLARED", 1L));
        assertThat(report.toString()).doesNotContain(deliverer);
    }

    @Test
    void refusesAFileWithABrokenSidecar() throws IOException {
        Path file = file("members", "members_110105_202503_20250408.csv", MEMBERS);
        Files.writeString(file.resolveSibling(file.getFileName() + ".json"), "deliverer: 110105");

        FileReport report = ingest(file);

        assertThat(report.messages())
                .extracting(Batch.Message::en)
                .singleElement()
                .asString()
                .startsWith("The sidecar of the file, of its name and .json, is no JSON document: expected one like {");
    }

    @Test
    void refusesAFileWhoseMonthNothingSays() throws IOException {
        FileReport report = ingest(file("unions", "工会组织.csv", """
                工会编号,工会名称,组织类型,成立日期,更新日期
                GH0000000001,合成工会,1,2010-01-05,2025-03-01
                """));

        assertThat(report.reasons()).containsEntry("WRONG_PERIOD", 1L);
        assertThat(report.messages())
                .containsExactly(new Batch.Message(
                        "无法确定所属期：文件名、附带说明和数据中都没有。请按约定命名文件，如 unions_110000_202503_20250408.csv。",
                        "The period is in neither the file's name, its sidecar nor its rows. Name it as its contract says,"
                                + " like unions_110000_202503_20250408.csv."));
    }

    @Test
    void refusesAFileInAFolderThatIsNoFeed() throws IOException {
        Path file = file("membrs", "members_110105_202503_20250408.csv", MEMBERS);

        FileReport report = workshop.ingest().ingest(home(), Arrival.of(file).asFeed("membrs"));

        assertThat(report.feed()).isEqualTo("membrs");
        assertThat(report.reasons()).isEqualTo(Map.of("FEED_UNKNOWN", 1L));
        assertThat(report.messages())
                .containsExactly(new Batch.Message(
                        "没有名为所在文件夹的数据种类。请把文件放到 inbox/<feed>/，feed 为 " + FEEDS + " 之一，是否应为 members。",
                        "The folder of the file is not called like a feed. Put the file into inbox/<feed>/, where <feed> is"
                                + " one of " + FEEDS + "; did you mean members?"));
        assertThat(Batches.read(home())).isEmpty();
    }

    @Test
    void refusesAFileThatIsOfNoFeed() throws IOException {
        FileReport report = ingest(file("somewhere", "notes.txt", "Nothing to see here.\n"));

        assertThat(report.feed()).isEqualTo("unknown");
        assertThat(report.messages())
                .containsExactly(new Batch.Message(
                        "无法判断是哪种数据：所在文件夹、文件名和表头都不属于已知的数据。请放到 inbox/<feed>/，feed 为 " + FEEDS + " 之一。",
                        "Nothing tells the feed of the file: neither its folder, nor its name, nor its header is of a known"
                                + " one. Put it into inbox/<feed>/, where <feed> is one of " + FEEDS + "."));
    }

    @Test
    void refusesAFileThatIsGone() throws IOException {
        Path link = folder.resolve("headcount_110000_202503_20250408.csv");
        Files.createSymbolicLink(link, folder.resolve("nowhere.csv"));

        FileReport report = ingest(link);

        assertThat(report.reasons()).isEqualTo(Map.of("FILE_UNREADABLE", 1L));
        assertThat(report.messages())
                .containsExactly(new Batch.Message(
                        "无法读取文件：文件不存在或链接失效。请重新放置文件。",
                        "Cannot read the file: there is no file behind this name. Put the file there again."));
    }

    @Test
    void takesTheFileOnceItSaysWhatItIs() throws IOException {
        FileReport refused = ingest(file("members", "名单.csv", MEMBERS));

        FileReport taken = ingest(file("members", "members_110105_202503_20250408.csv", MEMBERS));

        assertThat(refused.verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(taken.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(Batches.read(home())).extracting(Batch::batchId).containsExactly(taken.batch());
    }

    @Test
    void aCopyWithoutANameTakesNothingBack() throws IOException {
        FileReport taken = ingest(file("members", "members_110105_202503_20250408.csv", MEMBERS));

        FileReport copy = ingest(file("members", "名单.csv", MEMBERS));

        assertThat(copy.verdict()).isEqualTo(Verdict.DUPLICATE);
        assertThat(Batches.read(home())).extracting(Batch::batchId).containsExactly(taken.batch());
    }

    @Test
    void checksAFileToTheSameVerdict() throws IOException {
        FileReport checked = workshop.ingest().check(Arrival.of(file("members", "名单.csv", MEMBERS)));

        assertThat(checked.verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(checked.reasons()).isEqualTo(Map.of("FILE_UNDECLARED", 1L));
        assertThat(checked.sha256()).hasSize(64);
    }

    @Test
    void everyFeedHasANameThatSaysAll() {
        for (String feed : workshop.contracts().feeds()) {
            FileRules rules = workshop.contracts().contract(feed).files();

            assertThat(rules.exampleName()).contains("_202503_20250408.");
            assertThat(rules.patterns())
                    .as(feed)
                    .anyMatch(pattern -> pattern.matcher(rules.exampleName()).matches());
        }
        assertThat(workshop.contracts().contract("receipts").files().exampleName())
                .isEqualTo("GHJF_11_202503_20250408.txt");
        assertThat(workshop.contracts().contract("members").files().exampleName())
                .isEqualTo("members_110105_202503_20250408.csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "members_110105_202503_20250408.csv",
                "朝阳区总工会会员花名册（2025年3月）最终版.csv",
                "derived_2019_beijing_utf8_bom.csv"
            })
    void writesNamesOfFilesAsTheyAre(String name) {
        assertThat(new FileNames(workshop.contracts()).shown(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "合成甲会员名单.csv | 字字字会员名单.csv",
                "名单_119990199003070011.csv | 名单_▇.csv",
                "名单_11999019900307001.csv | 名单_▇.csv",
                "13800001234名单.csv | ▇名单.csv",
                "SYN123456789.csv | AAA999999999.csv"
            })
    void writesOnlyTheShapeOfWhatCouldNameAPerson(String example) {
        String[] parts = example.split(" \\| ", -1);

        assertThat(new FileNames(workshop.contracts()).shown(parts[0])).isEqualTo(parts[1]);
    }

    private FileReport ingest(Path file) {
        return workshop.ingest().ingest(home(), new Arrival(file, Optional.empty(), Optional.empty()));
    }

    private Home home() {
        return new Home(folder.resolve("home"));
    }

    private Path file(String feed, String name, String text) throws IOException {
        Path inbox = Files.createDirectories(folder.resolve("inbox").resolve(feed));
        return Files.writeString(inbox.resolve(name), text);
    }
}
