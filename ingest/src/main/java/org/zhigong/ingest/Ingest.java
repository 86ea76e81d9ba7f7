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
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhigong.ingest.contract.Contract;
import org.zhigong.ingest.contract.Contracts;
import org.zhigong.ingest.form.Archive;
import org.zhigong.ingest.form.RejectedFile;
import org.zhigong.ingest.functions.PersonKey;
import org.zhigong.ingest.read.FileFacts;
import org.zhigong.ingest.read.FileNames;
import org.zhigong.ingest.read.FileReader;
import org.zhigong.ingest.read.Reading;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.EngineSettings;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.Json;
import org.zhigong.warehouse.Scratch;
import org.zhigong.warehouse.Verdict;

/**
 * Brings delivered files into immutable batches. One object handles many files, one after the other; it keeps what it
 * learns about feeds and about the batches of a home, whose lock its caller holds. Others {@linkplain #beside beside}
 * it share what is known of the home, so that several threads can each have one.
 *
 * <p><b>Exception handling:</b> a bad file is a {@link FileReport}, also one that is of no known feed, does not say who
 * sent it or cannot be read; a {@link org.zhigong.warehouse.SetupException} says that the world around it is bad.
 */
public final class Ingest implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Ingest.class);

    private final Contracts contracts;
    private final PersonKey key;
    private final FileReader reader;
    private final FeedOf feedOf;
    private final FileNames names;
    private final Map<String, Recipe> recipes = new HashMap<>();
    private final Map<Path, BatchIndex> indexes;
    private final AtomicLong folders;

    private Ingest(Contracts contracts, PersonKey key, EngineSettings settings) {
        this(contracts, key, settings, new ConcurrentHashMap<>(), new AtomicLong());
    }

    private Ingest(
            Contracts contracts,
            PersonKey key,
            EngineSettings settings,
            Map<Path, BatchIndex> indexes,
            AtomicLong folders) {
        this.contracts = contracts;
        this.key = key;
        this.indexes = indexes;
        this.folders = folders;
        this.reader = FileReader.open(contracts, key, settings);
        this.feedOf = new FeedOf(contracts, reader);
        this.names = new FileNames(contracts);
    }

    /** Ingests by {@code contracts}, with pseudonyms made by {@code key}. */
    public static Ingest open(Contracts contracts, PersonKey key, EngineSettings settings) {
        return new Ingest(contracts, key, settings);
    }

    /**
     * Another one for another thread. Two files with the same bytes are not to be given to both at once: which of them
     * is the duplicate would be left to chance.
     */
    public Ingest beside(EngineSettings settings) {
        return new Ingest(contracts, key, settings, indexes, folders);
    }

    /** Only checks files: its pseudonyms are made with a key that nobody keeps. */
    public static Ingest forChecking(Contracts contracts, EngineSettings settings) {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return new Ingest(contracts, PersonKey.of(0, secret), settings);
    }

    /**
     * Brings what was delivered into {@code home}: a file, or each file of an archive as if it had come on its own. An
     * archive that cannot be unpacked whole is refused whole.
     */
    public List<FileReport> deliver(Home home, Arrival arrival) {
        if (!Archive.isArchive(arrival.file())) {
            return List.of(ingest(home, arrival));
        }
        Path folder = folder(home);
        try {
            FileFacts facts = FileReader.look(arrival.file());
            try {
                return Packets.of(arrival, facts, folder).stream()
                        .map(each -> ingest(home, each))
                        .toList();
            } catch (RejectedFile e) {
                return List.of(refused(home, arrival, facts, e));
            }
        } catch (RejectedFile e) {
            return List.of(unkept(arrival, "", e));
        } finally {
            AtomicFiles.delete(folder);
        }
    }

    /** Says what {@link #deliver} would, without a home and without leaving anything behind. */
    public List<FileReport> checkAll(Arrival arrival) {
        return inspectAll(arrival, 0).stream().map(Inspection::report).toList();
    }

    /** The same with what was found in the rows, {@code most} findings of a file at most. */
    public List<Inspection> inspectAll(Arrival arrival, long most) {
        BatchIndex seen = BatchIndex.empty();
        if (!Archive.isArchive(arrival.file())) {
            return List.of(inspect(arrival, most, seen));
        }
        Path folder = temporaryFolder();
        try {
            FileFacts facts = FileReader.look(arrival.file());
            try {
                return Packets.of(arrival, facts, folder).stream()
                        .map(each -> inspect(each, most, seen))
                        .toList();
            } catch (RejectedFile e) {
                return List.of(refused(arrival, facts, seen, e));
            }
        } catch (RejectedFile e) {
            return List.of(new Inspection(unkept(arrival, "", e), List.of()));
        } finally {
            AtomicFiles.delete(folder);
        }
    }

    private Inspection refused(Arrival arrival, FileFacts facts, BatchIndex seen, RejectedFile why) {
        try {
            return undeclared(seen, arrival, facts, contracts.contract(feedOf.find(arrival, facts)), why);
        } catch (RejectedFile unknown) {
            return new Inspection(unkept(arrival, facts.sha256(), why), List.of());
        }
    }

    /** As when a file is ingested, by the files of its archive that came before. */
    private Inspection undeclared(
            BatchIndex seen, Arrival arrival, FileFacts facts, Contract contract, RejectedFile why) {
        FileReport report = undeclared(seen, arrival, facts, contract, why, refused -> {});
        return new Inspection(report.withoutId(), List.of());
    }

    /** An archive of which no file is read; as a batch if it is known of which feed it is. */
    private FileReport refused(Home home, Arrival arrival, FileFacts facts, RejectedFile why) {
        try {
            BatchIndex index = indexes.computeIfAbsent(home.root(), root -> BatchIndex.of(home));
            Contract contract = contracts.contract(feedOf.find(arrival, facts));
            return undeclared(index, arrival, facts, contract, why, refused -> publish(home, refused));
        } catch (RejectedFile unknown) {
            return unkept(arrival, facts.sha256(), why);
        }
    }

    /** Brings one file into {@code home}; the same bytes again are a duplicate and change nothing. */
    public FileReport ingest(Home home, Arrival arrival) {
        try {
            FileFacts facts = FileReader.look(arrival.file());
            try {
                return ingest(home, arrival, facts, contracts.contract(feedOf.find(arrival, facts)));
            } catch (RejectedFile e) {
                return unkept(arrival, facts.sha256(), e);
            }
        } catch (RejectedFile e) {
            return unkept(arrival, "", e);
        }
    }

    private FileReport ingest(Home home, Arrival arrival, FileFacts facts, Contract contract) throws RejectedFile {
        BatchIndex index = indexes.computeIfAbsent(home.root(), root -> BatchIndex.of(home));
        Declared declared;
        try {
            declared = Declared.of(arrival, contract);
        } catch (RejectedFile e) {
            return undeclared(index, arrival, facts, contract, e, refused -> publish(home, refused));
        }
        Optional<Batch> before =
                index.find(contract.feed(), facts.sha256(), contract.kind(), declared.deliverer(), declared.terms());
        if (before.isPresent() && recipe(contract).isOf(before.get(), declared.terms())) {
            return again(before.get(), arrival);
        }
        Batch batch = publish(home, arrival, facts, contract, declared);
        index.add(batch);
        return FileReport.of(batch);
    }

    /** A file that says too little about itself is refused, unless its bytes are known already. */
    private FileReport undeclared(
            BatchIndex index,
            Arrival arrival,
            FileFacts facts,
            Contract contract,
            RejectedFile why,
            Consumer<Batch> publish) {
        Optional<Batch> known = index.kept(contract.feed(), facts.sha256());
        if (known.isPresent()) {
            return FileReport.duplicate(known.get(), names.shown(arrival.place()));
        }
        Batch batch = batch(arrival, facts, contract, Declared.nothing(), Reading.refused(why));
        if (index.holds(batch)) {
            return FileReport.stillRejected(batch);
        }
        publish.accept(batch);
        index.add(batch);
        return FileReport.of(batch);
    }

    /** Says what {@link #ingest} would, without a home and without leaving anything behind. */
    public FileReport check(Arrival arrival) {
        return inspect(arrival, 0).report();
    }

    /** The same with what was found in the rows, {@code most} findings at most. */
    public Inspection inspect(Arrival arrival, long most) {
        return inspect(arrival, most, BatchIndex.empty());
    }

    private Inspection inspect(Arrival arrival, long most, BatchIndex seen) {
        Path folder = temporaryFolder();
        String sha256 = "";
        try {
            FileFacts facts = FileReader.look(arrival.file());
            sha256 = facts.sha256();
            Contract contract = contracts.contract(feedOf.find(arrival, facts));
            return inspect(arrival, facts, contract, folder, most, seen);
        } catch (RejectedFile e) {
            return new Inspection(unkept(arrival, sha256, e), List.of());
        } finally {
            AtomicFiles.delete(folder);
        }
    }

    private Inspection inspect(
            Arrival arrival, FileFacts facts, Contract contract, Path folder, long most, BatchIndex seen)
            throws RejectedFile {
        Declared declared;
        try {
            declared = Declared.of(arrival, contract);
        } catch (RejectedFile e) {
            return undeclared(seen, arrival, facts, contract, e);
        }
        Optional<Batch> before =
                seen.find(contract.feed(), facts.sha256(), contract.kind(), declared.deliverer(), declared.terms());
        if (before.isPresent() && recipe(contract).isOf(before.get(), declared.terms())) {
            return new Inspection(again(before.get(), arrival).withoutId(), List.of());
        }
        Reading reading = reader.read(arrival.file(), facts, contract.feed(), declared.terms(), folder);
        Batch batch = batch(arrival, facts, contract, declared, reading);
        seen.add(batch);
        return new Inspection(FileReport.of(batch).withoutId(), most == 0 ? List.of() : reader.findings(folder, most));
    }

    private FileReport again(Batch before, Arrival arrival) {
        // A file that was rejected stays so: to call it a duplicate would hide that.
        return before.verdict() == Verdict.REJECTED
                ? FileReport.stillRejected(before)
                : FileReport.duplicate(before, names.shown(arrival.place()));
    }

    /** The report on a file of which no batch can be made: of no feed, or not to be read now. */
    private FileReport unkept(Arrival arrival, String sha256, RejectedFile why) {
        String feed = arrival.feed().map(names::shown).orElse("unknown");
        LOG.info(
                "feed={} file={} verdict={} reason={}",
                feed,
                names.shown(arrival.place()),
                Verdict.REJECTED,
                why.code());
        return FileReport.unkept(feed, names.shown(arrival.place()), sha256, why.code(), why.message());
    }

    private Batch publish(Home home, Arrival arrival, FileFacts facts, Contract contract, Declared declared)
            throws RejectedFile {
        Path folder = folder(home);
        try {
            Reading reading = reader.read(arrival.file(), facts, contract.feed(), declared.terms(), folder);
            if (reading.verdict() == Verdict.REJECTED) {
                AtomicFiles.delete(folder.resolve("quarantine.parquet"));
            }
            return publish(home, batch(arrival, facts, contract, declared, reading), folder);
        } finally {
            AtomicFiles.delete(folder);
        }
    }

    /** A batch of nothing but its record. */
    private void publish(Home home, Batch batch) {
        Path folder = folder(home);
        try {
            publish(home, batch, folder);
        } finally {
            AtomicFiles.delete(folder);
        }
    }

    /** Makes {@code folder} the batch {@code batch} of {@code home}. */
    static Batch publish(Home home, Batch batch, Path folder) {
        Path target = home.batch(batch.feed(), batch.batchId());
        try {
            if (Files.exists(target.resolve("batch.json"))) {
                // A contract that was changed back: what it made before stands for the file again.
                AtomicFiles.replace(target.resolve("batch.json"), Json.pretty(batch));
            } else {
                Files.writeString(folder.resolve("batch.json"), Json.pretty(batch));
                AtomicFiles.publishFolder(folder, target);
            }
        } catch (IOException e) {
            throw AtomicFiles.failed("write", target, e);
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
    }

    private Path folder(Home home) {
        Path folder = Scratch.local(home).resolve("batch-" + folders.incrementAndGet());
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw AtomicFiles.failed("create", folder, e);
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
                names.shown(arrival.place()),
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
                reasons(arrival, reading),
                reading.messages(),
                isKept ? contract.fileColumns() : List.of(),
                contract.version(),
                key.version(),
                reading.contentHash(),
                Optional.empty(),
                reading.medians());
    }

    private static Map<String, Long> reasons(Arrival arrival, Reading reading) {
        Map<String, Long> reasons = new TreeMap<>(reading.reasons());
        if (arrival.packed().filter(Arrival.Packed::isGbk).isPresent()) {
            reasons.put("ARCHIVE_NAMES_GBK", 1L);
        }
        return reasons;
    }

    private Recipe recipe(Contract contract) {
        return recipes.computeIfAbsent(
                contract.feed(), feed -> Recipe.of(contract, contracts.codeLists(), key.version()));
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
