package org.zhigong.marts.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhigong.transform.Severity;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.DataException;
import org.zhigong.warehouse.Hashes;
import org.zhigong.warehouse.HomeLock;
import org.zhigong.warehouse.Json;
import org.zhigong.warehouse.SetupException;

/** What clean removes and what verify finds, in homes that real releases were published to. */
class HomeKeepingTest {

    private static final Instant LATER = Sandbox.NOW.plus(Duration.ofDays(40));
    private static final Retention TWO_MONTHS = new Retention(2, 30);

    @TempDir
    private Path folder;

    private Sandbox sandbox;

    @BeforeEach
    void open() {
        sandbox = new Sandbox(folder);
    }

    @Test
    void cleaningKeepsAReleaseForEachMonthOfThePolicyWithAllThatItWasMadeOf() {
        Publication january = sandbox.publish("2025-01", "aa", 10);
        Publication february = sandbox.publish("2025-02", "bb", 20);
        Publication replaced = sandbox.publish("2025-03", "cc", 30);
        sandbox.at = Sandbox.NOW.plusSeconds(60);
        Publication march = sandbox.publish("2025-03", "dd", 40);
        Publication april = sandbox.publish("2025-04", "ee", 50);
        assertThat(outputs()).isEqualTo(5);

        List<Cleaning.Item> removed = clean(TWO_MONTHS, LATER);

        assertThat(removed)
                .filteredOn(item -> item.kind() == Cleaning.Kind.RELEASE)
                .extracting(Cleaning.Item::path)
                .containsExactly(january.folder(), february.folder(), replaced.folder());
        assertThat(removed)
                .filteredOn(item -> item.kind() == Cleaning.Kind.OUTPUT)
                .hasSize(3);
        assertThat(removed).allSatisfy(item -> assertThat(item.bytes()).isPositive());
        assertThat(january.folder()).doesNotExist();
        assertThat(march.folder()).exists();
        assertThat(april.folder()).exists();
        assertThat(outputs()).isEqualTo(2);
        assertThat(Verification.of(sandbox.home)).isEmpty();
        assertThat(clean(TWO_MONTHS, LATER)).isEmpty();
    }

    @Test
    void nothingYoungerThanThePolicyIsRemovedAndRefusedOnesGoWhenTheyAreOlder() {
        sandbox.publish("2025-03", "aa", 10);
        ReleaseInputs refused = Sandbox.inputs("2025-04", "bb");
        try (HomeLock lock = sandbox.lock()) {
            assertThatThrownBy(() -> sandbox.publish(
                            lock, refused, 20, List.of(Sandbox.check("worse", Severity.STOP, 1)), step -> {}))
                    .isInstanceOf(DataException.class);
        }

        assertThat(clean(TWO_MONTHS, Sandbox.NOW.plus(Duration.ofDays(29)))).isEmpty();
        assertThat(clean(TWO_MONTHS, LATER))
                .filteredOn(item -> item.kind() == Cleaning.Kind.RELEASE)
                .extracting(
                        item -> item.path().getFileName().toString(),
                        item -> item.why().en())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(refused.releaseId(), "refused more than 30 days ago"));
    }

    @Test
    void theReleaseToRollBackToIsKeptHoweverOldItIs() {
        Publication march = sandbox.publish("2025-03", "aa", 10);
        sandbox.publish("2025-04", "bb", 20);

        assertThat(clean(new Retention(1, 0), LATER)).isEmpty();

        try (HomeLock lock = sandbox.lock()) {
            assertThat(Releases.of(lock)
                            .rollback(Optional.empty(), "wrong", LATER)
                            .release())
                    .isEqualTo(march.release());
        }
    }

    @Test
    void aBatchGoesWhenItIsNotLiveAndNoReleaseWasMadeOfIt() throws IOException {
        sandbox.publish("2025-03", "aa", 10);
        Path released = batch("aa");
        Path live = batch("bb");
        Path superseded = batch("cc");

        List<Cleaning.Item> removed;
        try (HomeLock lock = sandbox.lock()) {
            removed = Cleaning.plan(sandbox.home, TWO_MONTHS, Set.of("headcount-bb"), LATER);
            assertThat(superseded).exists();
            Cleaning.remove(lock, removed);
        }

        assertThat(removed).extracting(Cleaning.Item::path).containsExactly(superseded);
        assertThat(released).exists();
        assertThat(live).exists();
        assertThat(superseded).doesNotExist();
    }

    @Test
    void aHomeWhoseHeadIsDamagedIsNotCleaned() throws IOException {
        sandbox.publish("2025-03", "aa", 10);
        Files.writeString(sandbox.home.head(), "?");

        assertThatThrownBy(() -> Cleaning.plan(sandbox.home, TWO_MONTHS, Set.of(), LATER))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("Damaged file " + sandbox.home.head());
    }

    @Test
    void thePolicyIsAParameter() {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        assertThat(Retention.of(parameters)).isEqualTo(new Retention(24, 30));

        parameters.putObject("retention").put("months", 3).put("days", 7);
        assertThat(Retention.of(parameters)).isEqualTo(new Retention(3, 7));

        parameters.putObject("retention").put("month", 3);
        assertThatThrownBy(() -> Retention.of(parameters))
                .isInstanceOf(SetupException.class)
                .hasMessage("parameters.yaml: retention: unknown key 'month': expected months or days");

        parameters.putObject("retention").put("months", 0);
        assertThatThrownBy(() -> Retention.of(parameters))
                .isInstanceOf(SetupException.class)
                .hasMessage("Invalid retention: expected months >= 1 and days >= 0, found 0 and 30");
    }

    @Test
    void everyKindOfDamageIsFoundWithWhatToDo() throws IOException {
        Publication published = sandbox.publish("2025-03", "aa", 10);
        Path batch = batch("aa");
        assertThat(Verification.of(sandbox.home)).isEmpty();

        Path figures = damaged(published.folder().resolve("marts/figures.parquet"));
        Path serving = published.folder().resolve("zhigong.duckdb");
        AtomicFiles.delete(serving);
        Path output = outputFolder();
        damaged(output.resolve("part.parquet"));
        Path rows = damaged(batch.resolve("rows.parquet"));
        Path quarantine = batch.resolve("quarantine.parquet");
        Files.writeString(quarantine, "PAR1 but not to the end");

        List<Verification.Damage> damages = Verification.of(sandbox.home);

        assertThat(damages)
                .extracting(Verification.Damage::path)
                .containsExactly(figures, serving, output, rows, quarantine);
        assertThat(damages.get(0).found()).matches("its SHA-256 is [0-9a-f]{64} instead of [0-9a-f]{64}");
        assertThat(damages.get(1).found()).isEqualTo("it is missing");
        assertThat(damages.get(3).next().en())
                .isEqualTo("delete its folder and run 'zhigong ingest': the file is ingested again from the inbox");
        assertThat(damages.get(4).found()).isEqualTo("it is no Parquet file from its first to its last byte");
    }

    @Test
    void aManifestThatIsCutShortIsFoundAndDoesNotHideTheRest() throws IOException {
        Publication published = sandbox.publish("2025-03", "aa", 10);
        Path manifest = published.folder().resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).substring(0, 100));
        Path batch = batch("bb").resolve("batch.json");
        Files.writeString(batch, "{");

        List<Verification.Damage> damages = Verification.of(sandbox.home);

        assertThat(damages).extracting(Verification.Damage::path).containsExactly(manifest, batch);
        assertThat(damages.get(0).found())
                .startsWith("Damaged file " + manifest)
                .endsWith("'zhigong status --verify' says what else is wrong");
    }

    @Test
    void aHeadThatNamesNothingAndBooksThatCannotBeReadAreFound() throws IOException {
        Publication published = sandbox.publish("2025-03", "aa", 10);
        AtomicFiles.delete(published.folder());
        Path history = sandbox.home.history();
        Files.writeString(history, "not an event\n" + Files.readString(history));
        Path baseline = sandbox.home.baseline();
        Files.writeString(baseline, "{\"known\": 7}");

        assertThat(Verification.of(sandbox.home))
                .extracting(Verification.Damage::path)
                .containsExactly(sandbox.home.head(), baseline, history);
    }

    @Test
    void aLineOfTheHistoryThatACrashCutIsReplacedByTheNextEvent() throws IOException {
        Publication march = sandbox.publish("2025-03", "aa", 10);
        byte[] half =
                "{\"at\":\"2025-04-15T04:00:00Z\",\"reason\":\"区".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Files.write(sandbox.home.history(), java.util.Arrays.copyOf(half, half.length - 1), StandardOpenOption.APPEND);

        Publication april = sandbox.publish("2025-04", "bb", 20);

        assertThat(History.of(sandbox.home).events())
                .extracting(History.Event::release)
                .containsExactly(march.release(), april.release());
        assertThat(Verification.of(sandbox.home)).isEmpty();
    }

    private List<Cleaning.Item> clean(Retention retention, Instant now) {
        try (HomeLock lock = sandbox.lock()) {
            List<Cleaning.Item> items = Cleaning.plan(sandbox.home, retention, Set.of(), now);
            long bytes = items.stream().mapToLong(Cleaning.Item::bytes).sum();
            assertThat(Cleaning.remove(lock, items)).isEqualTo(bytes);
            return items;
        }
    }

    private int outputs() {
        return new org.zhigong.warehouse.Outputs(sandbox.home).all().size();
    }

    private Path outputFolder() {
        var key = new org.zhigong.warehouse.Outputs(sandbox.home).all().get(0);
        return sandbox.home.output(key.table(), key.fingerprint());
    }

    /** A batch as ingest leaves it, told apart by {@code hash}. */
    private Path batch(String hash) throws IOException {
        Path batch = sandbox.home.batch("headcount", "headcount-" + hash);
        Path rows = Files.createDirectories(batch).resolve("rows.parquet");
        Files.writeString(rows, "PAR1 " + hash + " PAR1");
        Batch like = Sandbox.batch("headcount", hash);
        Batch record = new Batch(
                like.feed(),
                like.batchId(),
                like.file(),
                like.sha256(),
                like.bytes(),
                like.verdict(),
                like.kind(),
                like.deliverer(),
                like.period(),
                like.receivedOn(),
                like.rowsRead(),
                like.accepted(),
                like.quarantined(),
                like.dropped(),
                like.rowsByPeriod(),
                like.reasons(),
                like.messages(),
                like.columns(),
                like.contractVersion(),
                like.keyVersion(),
                Hashes.ofFile(rows));
        Files.writeString(batch.resolve("batch.json"), Json.pretty(record));
        return batch;
    }

    /** Turns one byte in the middle, as disks do. */
    private static Path damaged(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        return file;
    }
}
