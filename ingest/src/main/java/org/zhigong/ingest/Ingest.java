package org.zhigong.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhigong.ingest.contract.Contract;
import org.zhigong.ingest.contract.Contracts;
import org.zhigong.ingest.functions.PersonKey;
import org.zhigong.ingest.read.FileFacts;
import org.zhigong.ingest.read.FileReader;
import org.zhigong.ingest.read.Reading;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.EngineSettings;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.Json;
import org.zhigong.warehouse.Scratch;
import org.zhigong.warehouse.SetupException;
import org.zhigong.warehouse.Verdict;

/**
 * Brings delivered files into immutable batches. One object handles many files, one after the other; it keeps what it
 * learns about feeds and about the batches of a home, whose lock its caller holds.
 *
 * <p><b>Exception handling:</b> a bad file is a {@link FileReport}. A {@link SetupException} says that a file is not
 * there, cannot be read, changed while it was read, or is of no known feed.
 */
public final class Ingest implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Ingest.class);

    private final Contracts contracts;
    private final PersonKey key;
    private final FileReader reader;
    private final FeedOf feedOf;
    private final Map<String, Recipe> recipes = new HashMap<>();
    private final Map<Path, BatchIndex> indexes = new HashMap<>();
    private long folders;

    private Ingest(Contracts contracts, PersonKey key, EngineSettings settings) {
        this.contracts = contracts;
        this.key = key;
        this.reader = FileReader.open(contracts, key, settings);
        this.feedOf = new FeedOf(contracts, reader);
    }

    /** Ingests by {@code contracts}, with pseudonyms made by {@code key}. */
    public static Ingest open(Contracts contracts, PersonKey key, EngineSettings settings) {
        return new Ingest(contracts, key, settings);
    }

    /** Only checks files: its pseudonyms are made with a key that nobody keeps. */
    public static Ingest forChecking(Contracts contracts, EngineSettings settings) {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return new Ingest(contracts, PersonKey.of(0, secret), settings);
    }

    /** Brings a file into {@code home}; the same bytes again are a duplicate and change nothing. */
    public FileReport ingest(Home home, Arrival arrival) {
        requireFile(arrival.file());
        FileFacts facts = FileReader.look(arrival.file());
        String feed = feedOf.find(arrival, facts);
        Contract contract = contracts.contract(feed);
        Declared declared = Declared.of(arrival, contract);
        BatchIndex index = indexes.computeIfAbsent(home.root(), root -> BatchIndex.of(home));
        Optional<Batch> before =
                index.find(feed, facts.sha256(), contract.kind(), declared.deliverer(), declared.terms());
        if (before.isPresent() && recipe(contract).isOf(before.get(), declared.terms())) {
            return again(before.get(), arrival);
        }
        Batch batch = publish(home, arrival, facts, contract, declared);
        index.add(batch);
        return FileReport.of(batch);
    }

    /** Says what {@link #ingest} would, without a home and without leaving anything behind. */
    public FileReport check(Arrival arrival) {
        requireFile(arrival.file());
        FileFacts facts = FileReader.look(arrival.file());
        Contract contract = contracts.contract(feedOf.find(arrival, facts));
        Declared declared = Declared.of(arrival, contract);
        Path folder = temporaryFolder();
        try {
            Reading reading = reader.read(arrival.file(), facts, contract.feed(), declared.terms(), folder);
            return FileReport.of(batch(arrival, facts, contract, declared, reading));
        } finally {
            AtomicFiles.delete(folder);
        }
    }

    private static FileReport again(Batch before, Arrival arrival) {
        // A file that was rejected stays so: to call it a duplicate would hide that.
        return before.verdict() == Verdict.REJECTED
                ? FileReport.stillRejected(before)
                : FileReport.duplicate(before, arrival.name());
    }

    private Batch publish(Home home, Arrival arrival, FileFacts facts, Contract contract, Declared declared) {
        Path folder = Scratch.ofThisProcess(home).resolve("batch-" + ++folders);
        try {
            Files.createDirectories(folder);
            Reading reading = reader.read(arrival.file(), facts, contract.feed(), declared.terms(), folder);
            Batch batch = batch(arrival, facts, contract, declared, reading);
            Path target = home.batch(batch.feed(), batch.batchId());
            if (Files.exists(target)) {
                // A contract that was changed back: what it made before stands for the file again.
                AtomicFiles.replace(target.resolve("batch.json"), Json.pretty(batch));
            } else {
                Files.writeString(folder.resolve("batch.json"), Json.pretty(batch));
                AtomicFiles.publishFolder(folder, target);
            }
            LOG.info(
                    "feed={} file={} verdict={} rows={} accepted={} quarantined={} dropped={}",
                    batch.feed(),
                    batch.file(),
                    batch.verdict(),
                    batch.rowsRead(),
                    batch.accepted(),
                    batch.quarantined(),
                    batch.dropped());
            return batch;
        } catch (IOException e) {
            throw AtomicFiles.failed("write the batch of", arrival.file(), e);
        } finally {
            AtomicFiles.delete(folder);
        }
    }

    private Batch batch(Arrival arrival, FileFacts facts, Contract contract, Declared declared, Reading reading) {
        YearMonth period = reading.period()
                .or(() -> reading.receivedOn().map(YearMonth::from))
                .orElse(Recipe.NO_PERIOD);
        LocalDate received = reading.receivedOn().orElse(period.atEndOfMonth());
        String id = recipe(contract).id(facts.sha256(), declared.deliverer(), period, received, declared.terms());
        boolean isKept = reading.verdict() == Verdict.ACCEPTED;
        return new Batch(
                contract.feed(),
                id,
                arrival.name(),
                facts.sha256(),
                facts.bytes(),
                reading.verdict(),
                contract.kind(),
                declared.deliverer(),
                period.toString(),
                received,
                reading.rowsRead(),
                reading.accepted(),
                reading.quarantined(),
                reading.dropped(),
                reading.rowsByPeriod(),
                reading.reasons(),
                reading.messages(),
                isKept ? contract.fileColumns() : List.of(),
                contract.version(),
                key.version(),
                reading.contentHash());
    }

    private Recipe recipe(Contract contract) {
        return recipes.computeIfAbsent(
                contract.feed(), feed -> Recipe.of(contract, contracts.codeLists(), key.version()));
    }

    private static void requireFile(Path file) {
        if (!Files.exists(file)) {
            throw new SetupException("Missing file %s: expected a delivered extract. Check the path".formatted(file));
        }
        if (!Files.isRegularFile(file)) {
            throw new SetupException("Cannot read %s: expected a file, found a folder".formatted(file));
        }
        if (!Files.isReadable(file)) {
            throw new SetupException(
                    "Cannot read %s: permission denied. Give this user the right to read it".formatted(file));
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("zhigong-check");
        } catch (IOException e) {
            throw AtomicFiles.failed("create a temporary folder for", Path.of("check"), e);
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
