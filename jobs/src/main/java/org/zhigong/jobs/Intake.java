package org.zhigong.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhigong.ingest.Arrival;
import org.zhigong.ingest.FileReport;
import org.zhigong.ingest.Ingest;
import org.zhigong.ingest.contract.Contracts;
import org.zhigong.ingest.form.Archive;
import org.zhigong.ingest.functions.PersonKey;
import org.zhigong.marts.release.PublicationRules;
import org.zhigong.marts.release.Retention;
import org.zhigong.transform.Holds;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Batches;
import org.zhigong.warehouse.EngineSettings;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.HomeLock;
import org.zhigong.warehouse.Scratch;
import org.zhigong.warehouse.SetupException;
import org.zhigong.warehouse.SideBySide;
import org.zhigong.warehouse.Verdict;

/** Brings the files of an inbox into the home. The inbox is only read. */
final class Intake {

    private static final String PARAMETERS = "parameters.yaml";

    /** What one reader of files needs to be fast. */
    private static final int LEAST_MEMORY_MIB = 512;

    // Each has its share of the memory for all of its files: many small shares would serve no large file.
    private static final int MOST_READERS = 4;

    private final Settings settings;
    private final Content content;
    private final HomeLock lock;
    private final Console console;
    private final Contracts contracts;

    Intake(Settings settings, Content content, HomeLock lock, Console console) {
        this.settings = settings;
        this.content = content;
        this.lock = lock;
        this.console = console;
        this.contracts = content.contracts();
    }

    /**
     * Ingests every file of {@code inbox/<feed>/}, and takes over its parameters. What is none is reported as rejected:
     * one wrong file ends no run.
     *
     * @param received the delivery date of files that declare none
     */
    List<FileReport> inbox(Path inbox, Optional<LocalDate> received) {
        List<Arrival> arrivals = new ArrayList<>();
        for (Path path : listed(inbox)) {
            // A file outside of the folders may say itself what it is; else it is refused by name.
            Optional<String> feed =
                    Files.isDirectory(path) ? Optional.of(path.getFileName().toString()) : Optional.empty();
            files(path)
                    .filter(file -> !file.equals(inbox.resolve(PARAMETERS)))
                    .forEach(file -> arrivals.add(new Arrival(file, feed, received)));
        }
        parameters(inbox);
        return files(arrivals);
    }

    /** Ingests the files of {@code arrivals}; the reports of those that wait for somebody's word say so. */
    List<FileReport> files(List<Arrival> arrivals) {
        Home home = lock.home();
        Set<String> used = Batches.read(home).stream()
                .map(Batch::keyVersion)
                .filter(version -> !version.isBlank())
                .collect(Collectors.toCollection(TreeSet::new));
        PersonKey key = PersonKey.open(settings.keys(), used);
        AtomicReferenceArray<List<FileReport>> reports = new AtomicReferenceArray<>(arrivals.size());
        AtomicLong rows = new AtomicLong();
        // What an archive holds may have come on its own too: then that is the delivery, and the packed one its
        // duplicate.
        Map<Boolean, List<Arrival>> packed =
                arrivals.stream().collect(Collectors.partitioningBy(arrival -> Archive.isArchive(arrival.file())));
        List<Arrival> ordered = new ArrayList<>(packed.getOrDefault(false, List.of()));
        int single = ordered.size();
        ordered.addAll(packed.getOrDefault(true, List.of()));
        List<Long> bytes = ordered.stream().map(Intake::bytes).toList();
        List<Ingest> workers = workers(key, ordered.size());
        try (Bar bar = Bar.ofBytes(
                console, "接收 ingest", bytes.stream().mapToLong(Long::longValue).sum())) {
            List<SideBySide.Step<Ingest>> steps = new ArrayList<>();
            // Files with the same bytes have the same size: the later one waits, so that it is the duplicate.
            Map<Long, Integer> lastOfSize = new HashMap<>();
            for (int place : inOrder(bytes, single)) {
                Arrival arrival = ordered.get(place);
                int step = steps.size();
                @Nullable Integer before = lastOfSize.put(bytes.get(place), step);
                List<Integer> others = before == null ? List.of() : List.of(before);
                List<Integer> first = place < single
                        ? others
                        : IntStream.range(0, step).boxed().toList();
                steps.add(new SideBySide.Step<>(first, worker -> {
                    List<FileReport> found = worker.deliver(home, arrival);
                    reports.set(place, found);
                    long read = found.stream().mapToLong(FileReport::rowsRead).sum();
                    bar.step(bytes.get(place), rows.addAndGet(read));
                }));
            }
            SideBySide.run(workers, steps);
        } finally {
            workers.forEach(Ingest::close);
        }
        return withHeld(IntStream.range(0, ordered.size())
                .mapToObj(reports::get)
                .flatMap(List::stream)
                .toList());
    }

    /** The places of the files: the largest first, so that none is left for one thread alone; archives as they are. */
    private static List<Integer> inOrder(List<Long> bytes, int single) {
        Stream<Integer> largestFirst =
                IntStream.range(0, single).boxed().sorted(Comparator.comparing(bytes::get, Comparator.reverseOrder()));
        return Stream.concat(largestFirst, IntStream.range(single, bytes.size()).boxed())
                .toList();
    }

    /** One for each thread, but no more than there are files, with a share of the threads and of the memory. */
    private List<Ingest> workers(PersonKey key, int files) {
        EngineSettings all = settings.engine(Scratch.local(lock.home()).resolve("spill"));
        long most = Math.min(MOST_READERS, all.memoryMib() / LEAST_MEMORY_MIB);
        int many = (int) Math.max(1, Math.min(Math.min(all.threads(), files), most));
        List<Ingest> workers = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            // An engine with more threads than there are cores for it waits for them by asking again and again.
            EngineSettings share = new EngineSettings(
                    Math.max(1, all.threads() / many),
                    all.memoryMib() / many,
                    all.scratch().resolve(Integer.toString(i)));
            workers.add(
                    workers.isEmpty()
                            ? Ingest.open(contracts, key, share)
                            : workers.get(0).beside(share));
        }
        return workers;
    }

    private static long bytes(Arrival arrival) {
        return arrival.file().toFile().length();
    }

    private List<FileReport> withHeld(List<FileReport> reports) {
        Home home = lock.home();
        Map<String, Batch.Message> held = HeldBatches.of(content, home, Batches.read(home)).held().stream()
                .collect(Collectors.toMap(each -> each.batch().batchId(), Holds.Held::reason));
        return reports.stream()
                .map(report -> report.verdict() == Verdict.ACCEPTED && held.containsKey(report.batch())
                        ? report.held(held.get(report.batch()))
                        : report)
                .toList();
    }

    private void parameters(Path inbox) {
        Path given = inbox.resolve(PARAMETERS);
        if (!Files.exists(given)) {
            return;
        }
        try {
            String text = Files.readString(given);
            Path kept = lock.home().parameters();
            if (!Files.exists(kept) || !Files.readString(kept).equals(text)) {
                // What cannot be understood must not get into the home.
                org.zhigong.ingest.codes.Parameters.read(
                        given, contracts.codeLists().list("rules").table());
                JsonNode document = MonthClose.parameters(given);
                Retention.of(document);
                PublicationRules.of(document);
                boolean isOther = Files.exists(kept);
                AtomicFiles.replace(kept, text);
                if (isOther) {
                    // Whoever wrote into the home's copy by hand has to see where it went.
                    console.progress("规则改为收件目录的 %1$s / The rules are those of %1$s now".formatted(given));
                }
            }
        } catch (IOException e) {
            throw AtomicFiles.failed("read", given, e);
        }
    }

    /** {@code path} or, of a folder, all files below it. */
    private static Stream<Path> files(Path path) {
        if (Arrival.isBeside(path)) {
            return Stream.of();
        }
        return Files.isDirectory(path) ? listed(path).stream().flatMap(Intake::files) : Stream.of(path);
    }

    private static List<Path> listed(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted().toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            throw new SetupException(
                    "Missing folder %s: expected an inbox with one folder for each feed".formatted(folder), e);
        } catch (IOException e) {
            throw AtomicFiles.failed("list", folder, e);
        }
    }
}
