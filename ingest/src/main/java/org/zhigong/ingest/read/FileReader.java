package org.zhigong.ingest.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhigong.ingest.contract.Contract;
import org.zhigong.ingest.contract.Contracts;
import org.zhigong.ingest.form.OwnerOnly;
import org.zhigong.ingest.form.RejectedFile;
import org.zhigong.ingest.functions.PersonKey;
import org.zhigong.ingest.read.Opening.Opened;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.EngineSettings;
import org.zhigong.warehouse.SetupException;

/**
 * Reads delivered files, one after the other, into {@code rows.parquet} and {@code quarantine.parquet}. One object
 * serves one thread and many files: what it learns about a contract it keeps.
 *
 * <p><b>Exception handling:</b> what is wrong with a file is in its {@link Reading}; a {@link RejectedFile} says that
 * it cannot be read now (no right, changed while it was read); what is wrong around it (a full disk) ends in a
 * {@link SetupException}. No message holds a cell.
 */
public final class FileReader implements AutoCloseable {

    /** Part of batch ids: raise it whenever the same file and contract may give other rows. */
    public static final String VERSION = "4";

    private final Contracts contracts;
    private final PersonKey key;
    private final Findings findings;
    private final FileNames names;
    private final EngineSettings settings;
    private final Map<String, FeedCells> feeds = new HashMap<>();
    private @Nullable Connected opened;
    private long firstLine = 1;

    private FileReader(Contracts contracts, PersonKey key, EngineSettings settings) {
        this.contracts = contracts;
        this.key = key;
        this.findings = new Findings(contracts.codeLists().list("findings").table());
        this.names = new FileNames(contracts);
        this.settings = settings;
    }

    /** A reader for {@code contracts}, that makes pseudonyms with {@code key}. */
    public static FileReader open(Contracts contracts, PersonKey key, EngineSettings settings) {
        return new FileReader(contracts, key, settings);
    }

    /** Looks at the bytes of {@code file}. @throws RejectedFile if it cannot be read from start to end */
    public static FileFacts look(Path file) throws RejectedFile {
        return FileScan.of(file);
    }

    /** Asks whether {@code file} is still what {@code facts} say. @throws RejectedFile if it is not */
    public static void requireUnchanged(Path file, FileFacts facts) throws RejectedFile {
        FileScan.requireUnchanged(file, facts);
    }

    /** The feed whose columns the header of {@code file} has, if it has all mandatory ones of any. */
    public Optional<String> recognise(Path file, FileFacts facts) {
        Path scratch = temporaryFolder();
        try (Tables tables = Tables.of(file, facts, scratch)) {
            for (Table table : tables.all()) {
                Optional<String> feed = bestFeed(new HeaderSearch(tables.first(table)), contracts.feeds());
                if (feed.isPresent()) {
                    return feed;
                }
            }
            return Optional.empty();
        } catch (RejectedFile e) {
            return Optional.empty();
        } catch (IOException e) {
            throw AtomicFiles.failed("read", file, e);
        } finally {
            AtomicFiles.delete(scratch);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("zhigong-look");
        } catch (IOException e) {
            throw AtomicFiles.failed("create a temporary folder for", Path.of("look"), e);
        }
    }

    /**
     * Reads {@code file} of {@code feed}, as {@code facts} found it.
     *
     * @param folder an empty folder that the files of the batch are written to; if the file is rejected, only the
     *     findings of its rows are left. It holds what nobody may see while this runs, and nothing of it afterwards.
     * @throws RejectedFile if the file is no longer as {@code facts} say: another time may find it complete
     */
    public Reading read(Path file, FileFacts facts, String feed, Terms terms, Path folder) throws RejectedFile {
        Path scratch = folder.resolve("unfinished");
        try {
            OwnerOnly.folder(scratch);
            FeedCells cells = feeds.computeIfAbsent(feed, this::cellsOf);
            Opening opening = new Opening(file, facts, cells, names, search -> bestFeed(search, others(feed)));
            Connected engine = engine();
            engine.prepareFor(facts.bytes());
            FilePass pass = new FilePass(engine, findings, cells, terms, folder);
            Reading reading = read(file, facts, opening, pass, scratch);
            firstLine = pass.firstLine();
            FileScan.requireUnchanged(file, facts);
            return reading;
        } catch (IOException e) {
            throw AtomicFiles.failed("read", file, e);
        } finally {
            AtomicFiles.delete(scratch);
        }
    }

    /**
     * Reads corrected rows of {@code feed} under the rules of today.
     *
     * @param folder an empty folder that the files of the overlay are written to
     */
    public Replay replay(String feed, CorrectedSheet sheet, YearMonth period, LocalDate received, Path folder) {
        Path scratch = folder.resolve("unfinished");
        try {
            OwnerOnly.folder(scratch);
            FeedCells cells = feeds.computeIfAbsent(feed, this::cellsOf);
            Connected engine = engine();
            engine.prepareFor(0);
            return new ReplayPass(engine, findings, cells, new FileTerms(period, received), folder).run(sheet, scratch);
        } catch (Connected.Unreadable e) {
            throw new SetupException("Cannot read the corrected rows of %s: %s".formatted(feed, e.getMessage()), e);
        } catch (IOException e) {
            throw AtomicFiles.failed("write", folder, e);
        } finally {
            AtomicFiles.delete(scratch);
        }
    }

    /** What {@link #read} found in the rows of the file read last, in their order, {@code most} at most. */
    public List<RowFinding> findings(Path folder, long most) {
        return new FoundRows(engine(), findings, firstLine).read(folder, most);
    }

    private static Reading read(Path file, FileFacts facts, Opening opening, FilePass pass, Path scratch)
            throws IOException, RejectedFile {
        try {
            Opened opened = opening.open(scratch);
            try {
                pass.write(opened);
            } catch (Connected.Unreadable e) {
                if (opened.source().isRewritten()) {
                    throw e;
                }
                // The engine has its own idea of a plain file; where it differs the careful way decides.
                opened = opening.reopen(opened, scratch);
                pass.write(opened);
            }
            return pass.judge(opened);
        } catch (RejectedFile e) {
            return pass.rejected(e);
        } catch (Connected.Unreadable e) {
            FileScan.requireUnchanged(file, facts);
            throw new SetupException(
                    "Cannot read %s: %s; run again with more memory or fewer threads, or report it with the file's hash %s"
                            .formatted(file, e.getMessage(), facts.sha256()),
                    e);
        }
    }

    /** Opened by the first file that has to be read: most files of an inbox are known already. */
    private Connected engine() {
        Connected engine = opened == null ? new Connected(settings) : opened;
        opened = engine;
        return engine;
    }

    private FeedCells cellsOf(String feed) {
        Contract contract = contracts.contract(feed);
        Scope scope = new Scope(contract, contracts.codeLists(), key, findings);
        return new FeedCells(contract, new HeaderNames(contract), new ContractCells(scope, engine().functions()));
    }

    private List<String> others(String feed) {
        return contracts.feeds().stream().filter(other -> !other.equals(feed)).toList();
    }

    private Optional<String> bestFeed(HeaderSearch search, Collection<String> candidates) {
        record Fit(String feed, int matched) {}
        return candidates.stream()
                .flatMap(feed -> {
                    Contract contract = contracts.contract(feed);
                    HeaderNames names = new HeaderNames(contract);
                    return search
                            .best(
                                    names,
                                    contract.files().delimiters(),
                                    contract.files().maxTitleRows())
                            .stream()
                            .filter(header -> header.missing(names.required()).isEmpty())
                            .map(header -> new Fit(feed, header.matched()));
                })
                .max(Comparator.comparingInt(Fit::matched))
                .map(Fit::feed);
    }

    @Override
    public void close() {
        if (opened != null) {
            opened.close();
        }
    }
}
