package org.zhigong.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhigong.marts.ProtectionRules;
import org.zhigong.transform.Model;
import org.zhigong.transform.Ran;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Batches;
import org.zhigong.warehouse.HomeLock;
import org.zhigong.warehouse.TableName;

/** Months that are closed one after the other, as an office does it: what is built, published, taken back and kept. */
class MonthsTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 2, 20);
    private static final LocalDate SECOND = LocalDate.of(2025, 3, 20);
    private static final LocalDate EVERYTHING = LocalDate.of(2026, 12, 31);

    private static final Content CONTENT = new Content(Workplace.PROJECT);

    @TempDir
    private static Path shared;

    /** January and February closed, each on its day. */
    private static Workplace closed;

    private static String january;
    private static String february;

    @TempDir
    private Path folder;

    @BeforeAll
    static void closeTwoMonths() {
        closed = new Workplace(shared.resolve("closed"));
        january = closed.deliver(Workplace.city(), FIRST)
                .run("2025-01")
                .ending(0)
                .last()
                .path("release")
                .asText();
        february = closed.deliver(Workplace.city(), SECOND)
                .run("2025-02")
                .ending(0)
                .last()
                .path("release")
                .asText();
    }

    private Workplace again() {
        return closed.copiedTo(folder.resolve("again"));
    }

    @Test
    void publishesEachMonth() {
        assertThat(closed.current()).isEqualTo(february).startsWith("2025-02-");
        assertThat(january).startsWith("2025-01-");
        assertThat(closed.manifest(february).path("previous").asText()).isEqualTo(january);
        assertThat(closed.manifest(february).path("synthetic").asBoolean()).isTrue();
    }

    @Test
    void doesNothingWhenNothingIsNew() {
        Workplace again = again();

        JsonNode last = again.run("2025-02").ending(0).last();

        assertThat(last.path("outcome").asText()).isEqualTo("unchanged");
        assertThat(again.current()).isEqualTo(february);
        assertThat(built(again, "2025-02")).isEmpty();
        again.zhigong("run", "--inbox", again.inbox, "--month", "2025-02", "--skip-if-unchanged")
                .ending(99);
    }

    @Test
    void buildsOnlyTheNewMonth() {
        Workplace again = again();
        again.deliver(Workplace.city(), LocalDate.of(2025, 3, 20));
        again.deliver(onlyFor("202503"), EVERYTHING);
        again.zhigong("ingest", "--inbox", again.inbox).ending(0);

        List<String> tables = built(again, "2025-03");
        List<String> earlier =
                tables.stream().filter(table -> !table.endsWith(" 2025-03")).toList();

        // March files of events hold what belongs to January and February: payments, requests that were closed.
        assertThat(tables).hasSizeGreaterThan(earlier.size() + 20);
        assertThat(earlier.stream().map(MonthsTest::model)).isSubsetOf(readersOf(MonthsTest::isOfEvents));
        assertThat(earlier)
                .contains(
                        "core.repeated_rows 2025-01",
                        "staging.receipts 2025-01",
                        "core.row_issues 2025-01",
                        "core.batch_usage 2025-01",
                        "core.receipts 2025-01",
                        "marts.fund_base 2025-01",
                        "core.repeated_rows 2025-02",
                        "staging.receipts 2025-02",
                        "core.row_issues 2025-02",
                        "core.batch_usage 2025-02",
                        "core.receipts 2025-02",
                        "marts.fund_base 2025-02");
    }

    @Test
    void rebuildsWhatALateFileTouchesAndNothingElse() {
        Workplace again = again();
        again.deliver(late("headcount"), EVERYTHING);
        again.zhigong("ingest", "--inbox", again.inbox).ending(0);

        List<String> tables = built(again, "2025-02");

        // February carries what January said of employers that it says nothing of; what reads it came out the same.
        assertThat(tables.stream().map(MonthsTest::model)).isSubsetOf(readersOf(feed -> feed.equals("headcount")));
        assertThat(tables)
                .doesNotContain("marts.employer_base 2025-02")
                .contains(
                        "staging.headcount 2025-01",
                        "core.employers 2025-01",
                        "core.headcounts 2025-01",
                        "core.repeated_rows 2025-01",
                        "core.restated_rows 2025-01",
                        "core.employer_months 2025-01",
                        "core.stated_agreements 2025-01",
                        "core.row_issues 2025-01",
                        "core.batch_usage 2025-01",
                        "core.bound_employers 2025-01",
                        "marts.employer_base 2025-01",
                        "marts.fund_base 2025-01",
                        "staging.headcount 2025-02",
                        "core.employers 2025-02",
                        "core.headcounts 2025-02",
                        "core.employer_months 2025-02",
                        "core.row_issues 2025-02",
                        "core.batch_usage 2025-02");
        assertThat(built(again, "2025-02")).as("once more").isEmpty();
    }

    @Test
    void showsWhatWasKnownOnADay() {
        Workplace again = again();
        again.deliver(Workplace.city(), EVERYTHING);
        again.zhigong("ingest", "--inbox", again.inbox).ending(0);

        String asKnown = again.zhigong("build", "--known-at", SECOND, "--month", "2025-02")
                .ending(0)
                .last()
                .path("release")
                .asText();

        assertThat(again.hashes(asKnown).get("marts/figures.parquet"))
                .isEqualTo(closed.hashes(february).get("marts/figures.parquet"));
        assertThat(again.manifest(asKnown).path("known_at").asText()).isEqualTo(SECOND.toString());
        assertThat(again.current()).as("never becomes current").isEqualTo(february);
    }

    @Test
    void givesTheSameBytesInAnyOrderOnAnyNumberOfThreads() {
        Workplace other = new Workplace(folder.resolve("other/place"));
        Workplace.copyAll(closed.folder.resolve("keys"), other.folder.resolve("keys"));
        other.environment.put("ZHIGONG_THREADS", "1");
        other.environment.put("ZHIGONG_MEMORY_MIB", "512");
        other.deliver(Workplace.city(), SECOND);
        List<Path> files = Workplace.files(other.inbox);
        Collections.reverse(files);
        for (Path file : files) {
            if (file.toString().endsWith(".csv") || file.toString().endsWith(".txt")) {
                String feed = other.inbox.relativize(file).getName(0).toString();
                other.zhigong("ingest", "--feed", feed, file).ending(0);
            }
        }

        String release = other.run("2025-02").ending(0).last().path("release").asText();

        assertThat(release).isEqualTo(february);
        assertThat(figures(other, release)).isEqualTo(figures(closed, february));
        Workplace.files(other.home.resolve("tables"))
                .forEach(file -> assertThat(closed.home.resolve(other.home.relativize(file)))
                        .hasSameBinaryContentAs(file));
    }

    @Test
    void showsWhatAChangedDefinitionChanged() throws IOException {
        Workplace again = again();
        Path indicator = again.ownContent().resolve("marts/indicators/unionisation_rate_staff_25.yaml");
        Files.writeString(
                indicator,
                Files.readString(indicator)
                        .replace("headcount >= 25", "headcount >= 5")
                        .replace("version: 1", "version: 2"));

        JsonNode last = again.run("2025-02").ending(0).last();

        assertThat(last.path("outcome").asText()).isEqualTo("published");
        assertThat(last.path("previous").asText()).isEqualTo(february);
        assertThat(again.zhigong("releases", "--changes", "--format", "csv")
                        .ending(0)
                        .out()
                        .lines()
                        .skip(1))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("unionisation_rate_staff_25,"));
        assertThat(again.zhigong("releases", "--changes", "--indicator", "unionisation_rate_staff_25")
                        .ending(0)
                        .out())
                .contains("redefined");
    }

    @Test
    void rollsBackAndStaysThere() {
        Workplace again = again();

        again.zhigong("rollback").ending(2);
        again.zhigong("rollback", "--reason", "a wrong file").ending(0);

        assertThat(again.current()).isEqualTo(january);
        assertThat(again.run("2025-02").ending(0).last().path("outcome").asText())
                .isEqualTo("withdrawn");
        assertThat(again.current()).isEqualTo(january);
        again.zhigong("rollback", "--to", february, "--reason", "it was right").ending(0);
        assertThat(again.current()).isEqualTo(february);
    }

    @Test
    void cleansByThePolicy() throws IOException {
        Workplace again = again();
        again.deliver(Workplace.city(), EVERYTHING).run("2025-03").ending(0);
        String march = again.run("2025-04").ending(0).last().path("previous").asText();
        String april = again.current();
        Path parameters = again.inbox.resolve("parameters.yaml");
        Files.writeString(parameters, Files.readString(parameters) + "retention: {months: 1, days: 0}\n");
        again.zhigong("ingest", "--inbox", again.inbox).ending(0);

        JsonNode dry = again.zhigong("clean", "--dry-run").ending(0).last();
        assertThat(dry.path("removed").asLong()).isZero();
        JsonNode done = again.zhigong("clean").ending(0).last();

        assertThat(done.path("removed").asLong())
                .isEqualTo(dry.path("listed").asLong())
                .isPositive();
        assertThat(again.home.resolve("releases").toFile().list()).containsExactlyInAnyOrder(march, april);
        again.zhigong("status", "--verify").ending(0);
        assertThat(again.zhigong("clean").ending(0).last().path("removed").asLong())
                .isZero();
        again.zhigong("rollback", "--reason", "tried").ending(0);
    }

    @Test
    void holdsAFileThatShrankUntilSomebodyTakesResponsibility() throws IOException {
        Workplace again = again();
        Path contract = again.ownContent().resolve("ingest/feeds/employers.yaml");
        Files.writeString(contract, Files.readString(contract) + "  - {property: zhigong.maxVolumeJump, value: 0.3}\n");
        again.deliver(onlyFor("202503"), EVERYTHING).run("2025-03").ending(0);
        again.deliver(onlyFor("202504"), EVERYTHING);
        Path roster = Workplace.files(again.inbox).stream()
                .filter(file -> file.getFileName().toString().startsWith("employers_110000_202504"))
                .findFirst()
                .orElseThrow();
        List<String> lines = Files.readAllLines(roster);
        Files.write(roster, lines.subList(0, lines.size() / 2));

        JsonNode intake = again.run("2025-04").ending(0).last().path("intake").path("verdicts");
        assertThat(intake.path("held").asLong()).isEqualTo(1);
        JsonNode held =
                again.zhigong("status", "--json").ending(0).json().path("held").path(0);
        assertThat(held.path("file").asText()).isEqualTo(roster.getFileName().toString());
        String before = again.current();

        again.zhigong("accept", held.path("batch").asText()).ending(2);
        again.zhigong("accept", "no-such-batch", "--by", "A steward", "--reason", "x")
                .ending(2);
        again.zhigong("accept", held.path("batch").asText(), "--by", "A steward", "--reason", "Half has moved away")
                .ending(0);

        assertThat(again.run("2025-04").ending(0).last().path("outcome").asText())
                .isEqualTo("published");
        assertThat(again.current()).isNotEqualTo(before);
        assertThat(again.zhigong("status", "--json").json().path("held")).isEmpty();
    }

    /** The hashes of what a release says; its DuckDB file holds the same in blocks whose order is the engine's. */
    private static Map<String, String> figures(Workplace place, String release) {
        Map<String, String> hashes = place.hashes(release);
        hashes.remove("zhigong.duckdb");
        // These tell what changed against the release that was current then.
        List.of("notes.md", "dictionary/changes.md", "dictionary/changes.html").forEach(hashes::remove);
        return hashes;
    }

    /** What a build computes, as {@code table month}. */
    private static String model(String built) {
        return built.substring(0, built.indexOf(' '));
    }

    /** Registrations are events, too, but the city has none. */
    private static boolean isOfEvents(String feed) {
        return !feed.equals("registrations")
                && CONTENT.contracts().contract(feed).kind() == Batch.Kind.EVENTS;
    }

    /** Every model that reads the rows of such a feed, be it through others. */
    private static Set<String> readersOf(Predicate<String> feeds) {
        Set<TableName> readers = CONTENT.contracts().feeds().stream()
                .filter(feeds)
                .map(feed -> new TableName("raw", feed))
                .collect(Collectors.toCollection(HashSet::new));
        // Every file is also a line in the books of what was delivered.
        readers.addAll(List.of(TableName.parse("run.deliveries"), TableName.parse("run.findings")));
        boolean isGrowing = true;
        while (isGrowing) {
            isGrowing = CONTENT.models().all().stream()
                            .filter(model -> !Collections.disjoint(model.reads().keySet(), readers))
                            .map(Model::table)
                            .filter(readers::add)
                            .count()
                    > 0;
        }
        return readers.stream().map(TableName::toString).collect(Collectors.toSet());
    }

    private static List<String> built(Workplace place, String month) {
        Settings settings = Settings.from(place.environment, place.folder, 2, 4096);
        Console console = new Console(
                new java.io.PrintWriter(new java.io.StringWriter()),
                new java.io.PrintWriter(new java.io.StringWriter()),
                false,
                Clock.systemUTC());
        CloseRequest request = new CloseRequest(
                Optional.of(YearMonth.parse(month)),
                Optional.empty(),
                "duckdb",
                ProtectionRules.Audience.INSIDE,
                Map.of(),
                "");
        try (HomeLock lock = HomeWork.lock(settings, console, "test")) {
            return new MonthClose(settings, new Content(settings.content()), lock, console)
                    .build(request, Batches.read(lock.home())).tables().ran().stream()
                            .filter(ran -> ran.how() == Ran.How.BUILT)
                            .map(ran -> ran.table() + " " + ran.month())
                            .toList();
        }
    }

    private Path onlyFor(String month) {
        return some("for-" + month, name -> name.contains("_" + month + "_"));
    }

    /** The January file of a feed once more, a row shorter and delivered in April. */
    private Path late(String feed) {
        Path city = some("late", name -> name.startsWith(feed + "_") && name.contains("_202501_"));
        for (Path file : Workplace.files(city)) {
            try {
                List<String> lines = Files.readAllLines(file);
                String name = file.getFileName().toString().replaceAll("_\\d{8}\\.", "_20250415.");
                Files.write(file.resolveSibling(name), lines.subList(0, lines.size() - 1));
                Files.delete(file);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        return city;
    }

    private Path some(String folderName, java.util.function.Predicate<String> wanted) {
        Path city = folder.resolve(folderName);
        Path from = Workplace.city().resolve("inbox");
        Workplace.files(from).stream()
                .filter(file -> wanted.test(file.getFileName().toString()))
                .forEach(file -> Workplace.copy(file, city.resolve("inbox").resolve(from.relativize(file))));
        return city;
    }
}
