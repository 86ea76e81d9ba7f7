package org.zhigong.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zhigong.ingest.RepairReport.Outcome;
import org.zhigong.ingest.RepairReport.Superseded;
import org.zhigong.ingest.contract.Contract;
import org.zhigong.ingest.contract.Contracts;
import org.zhigong.ingest.functions.PersonKey;
import org.zhigong.ingest.read.CorrectedRow;
import org.zhigong.ingest.read.CorrectedRow.Decision;
import org.zhigong.ingest.read.CorrectedSheet;
import org.zhigong.ingest.read.FileNames;
import org.zhigong.ingest.read.FileReader;
import org.zhigong.ingest.read.Reading;
import org.zhigong.ingest.read.Replay;
import org.zhigong.ingest.repair.OpenRow;
import org.zhigong.ingest.repair.RepairWorkbook;
import org.zhigong.ingest.repair.RepairWorkbook.Returning;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Batches;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineSettings;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.HomeGuard;
import org.zhigong.warehouse.Json;
import org.zhigong.warehouse.NearestNames;
import org.zhigong.warehouse.Overlays;
import org.zhigong.warehouse.Scratch;
import org.zhigong.warehouse.SetupException;
import org.zhigong.warehouse.Verdict;

/**
 * The way of quarantined rows out to their deliverer and back: they go out as a workbook, come back corrected, and are
 * read under the rules of today into overlays of their batches. The batches themselves stay as they are.
 *
 * <p><b>Exception handling:</b> a {@link org.zhigong.warehouse.DataException} says what is wrong with a workbook; then
 * nothing was done.
 */
public final class Repairs implements AutoCloseable {

    private final Contracts contracts;
    private final PersonKey key;
    private final FileReader reader;
    private final FileNames names;
    private final Engine engine;
    private final Map<String, Recipe> recipes = new HashMap<>();

    private Repairs(Contracts contracts, PersonKey key, EngineSettings settings, Engine engine) {
        this.contracts = contracts;
        this.key = key;
        this.reader = FileReader.open(contracts, key, settings);
        this.names = new FileNames(contracts);
        this.engine = engine;
    }

    /** Repairs by {@code contracts}, with pseudonyms made by {@code key}; {@code engine} reads what a home keeps. */
    public static Repairs open(Contracts contracts, PersonKey key, EngineSettings settings, Engine engine) {
        return new Repairs(contracts, key, settings, engine);
    }

    /** Which quarantined rows are wanted: of one deliverer, perhaps of one feed and one month only. */
    public record Wanted(String deliverer, Optional<String> feed, Optional<String> period) {

        boolean has(Batch batch) {
            return batch.deliverer().equals(deliverer)
                    && feed.map(batch.feed()::equals).orElse(true)
                    && period.map(batch.period()::equals).orElse(true);
        }
    }

    /** Who applies a workbook, why, and when it was delivered; empty: its name says so. */
    public record Order(String by, String reason, Optional<LocalDate> receivedOn) {
        public Order {
            if (by.isBlank() || reason.isBlank()) {
                throw new SetupException("Cannot apply corrections without a name and a reason: both are kept");
            }
        }
    }

    /**
     * What else is known of a home.
     *
     * @param current the ids of batches that no later delivery replaces
     * @param releases the ids of all its releases so far, the current one first
     */
    public record Surroundings(Set<String> current, List<String> releases) {
        public Surroundings {
            current = Set.copyOf(current);
            releases = List.copyOf(releases);
        }
    }

    /**
     * Writes the rows that still wait for a correction as the workbook {@code target}.
     *
     * @return how many rows of which feed; nothing is written if there are none
     */
    public Map<String, Long> export(Home home, Wanted wanted, Surroundings known, Path target) {
        List<Batch> batches = Batches.read(home);
        requireDeliverer(batches, wanted);
        Overlays overlays = Overlays.among(batches);
        RepairWorkbook workbook = new RepairWorkbook(contracts, engine, home);
        List<OpenRow> rows = new ArrayList<>();
        for (Batch batch : batches) {
            boolean isOpen = batch.verdict() == Verdict.ACCEPTED
                    && !batch.isOverlay()
                    && batch.quarantined() > 0
                    && known.current().contains(batch.batchId());
            if (isOpen && wanted.has(batch)) {
                requireOfToday(batch);
                SortedSet<Long> settled = overlays.settled(batch);
                workbook.rows(batch).stream()
                        .filter(row -> !settled.contains(row.row()))
                        .forEach(rows::add);
            }
        }
        refuseTooMany(rows);
        Map<String, Long> counts = new TreeMap<>();
        rows.forEach(row -> counts.merge(row.origin().feed(), 1L, Long::sum));
        if (!rows.isEmpty()) {
            String release =
                    known.releases().isEmpty() ? "none" : known.releases().get(0);
            List<Batch> current = batches.stream()
                    .filter(batch -> known.current().contains(batch.batchId()))
                    .toList();
            workbook.write(HomeGuard.id(home), release, wanted.deliverer(), rows, current, target);
        }
        return counts;
    }

    /** Applies the workbook {@code file} to {@code home}; the same bytes again change nothing. */
    public RepairReport apply(Home home, Path file, Order order, Surroundings known) {
        Arrival.of(file).required();
        String name = names.shown(String.valueOf(file.getFileName()));
        Returning returning = RepairWorkbook.open(file);
        List<Batch> batches = Batches.read(home);
        if (Files.exists(home.repair(returning.sha256()))) {
            AppliedRepair before = Json.read(home.repair(returning.sha256()), AppliedRepair.class);
            return RepairReport.of(before, Outcome.ALREADY_APPLIED, before.among(batches), batches, List.of());
        }
        Map<String, Batch> origins = new ReturnCheck(home, batches, known).origins(returning);
        origins.values().forEach(this::requireOfToday);
        LocalDate received = DeclaredDay.of(file, order, origins.values());
        Map<String, List<CorrectedRow>> corrected =
                new RepairWorkbook(contracts, engine, home).corrected(returning, origins.values());
        List<Superseded> superseded = new ArrayList<>();
        Map<Batch, List<CorrectedRow>> due = new LinkedHashMap<>();
        corrected.forEach((batch, rows) -> {
            Batch origin = Optional.ofNullable(origins.get(batch)).orElseThrow();
            long decided = rows.stream()
                    .filter(row -> row.decision() != Decision.LATER)
                    .count();
            if (decided > 0 && known.current().contains(batch)) {
                due.put(origin, rows);
            } else if (decided > 0) {
                superseded.add(new Superseded(origin.feed(), origin.file(), decided));
            }
        });
        ReturnCheck.refuseNothing(name, due.keySet(), superseded);
        AppliedRepair repair = new AppliedRepair(
                returning.sha256(), returning.bytes(), name, order.by(), order.reason(), received, List.of());
        return RepairReport.of(repair, Outcome.APPLIED, publish(home, repair, due), batches, superseded);
    }

    private List<Batch> publish(Home home, AppliedRepair repair, Map<Batch, List<CorrectedRow>> due) {
        Path scratch = Scratch.local(home).resolve("repair");
        try {
            Map<Batch, Path> ready = new LinkedHashMap<>();
            for (Map.Entry<Batch, List<CorrectedRow>> each : due.entrySet()) {
                Batch origin = each.getKey();
                Path folder = Files.createDirectories(scratch.resolve(String.valueOf(ready.size())));
                CorrectedSheet sheet = RepairWorkbook.sheet(contracts.contract(origin.feed()), each.getValue());
                Replay replay = reader.replay(
                        origin.feed(), sheet, YearMonth.parse(origin.period()), repair.receivedOn(), folder);
                ready.put(overlay(origin, repair, replay), folder);
            }
            ready.forEach((overlay, folder) -> Ingest.publish(home, overlay, folder));
            List<String> ids = ready.keySet().stream().map(Batch::batchId).toList();
            // From here on they count, all of them.
            AtomicFiles.replace(home.repair(repair.sha256()), Json.pretty(repair.with(ids)));
            return List.copyOf(ready.keySet());
        } catch (IOException e) {
            throw AtomicFiles.failed("write", scratch, e);
        } finally {
            AtomicFiles.delete(scratch);
        }
    }

    private Batch overlay(Batch origin, AppliedRepair repair, Replay replay) {
        Contract contract = contracts.contract(origin.feed());
        Reading reading = replay.reading();
        List<Column> columns = new ArrayList<>(contract.fileColumns());
        columns.add(Overlays.ORIGIN_ROW);
        return new Batch(
                origin.feed(),
                recipe(contract).overlayId(repair.sha256(), origin, repair.receivedOn()),
                repair.file(),
                repair.sha256(),
                repair.bytes(),
                Verdict.ACCEPTED,
                origin.kind(),
                origin.deliverer(),
                origin.period(),
                repair.receivedOn(),
                reading.rowsRead(),
                reading.accepted(),
                reading.quarantined(),
                reading.dropped(),
                reading.rowsByPeriod(),
                reading.reasons(),
                reading.messages(),
                columns,
                contract.version(),
                key.version(),
                reading.contentHash(),
                Optional.of(new Batch.Overlay(
                        origin.batchId(),
                        origin.sha256(),
                        replay.repaired(),
                        replay.withdrawn(),
                        repair.by(),
                        repair.reason())),
                Map.of());
    }

    private static void requireDeliverer(Collection<Batch> batches, Wanted wanted) {
        SortedSet<String> known = new TreeSet<>();
        batches.stream()
                .filter(batch -> !batch.deliverer().equals(Batch.NO_DELIVERER))
                .forEach(batch -> known.add(batch.deliverer()));
        if (!known.contains(wanted.deliverer())) {
            throw new SetupException("Unknown deliverer '%s'%s; there are %s"
                    .formatted(wanted.deliverer(), NearestNames.hint(wanted.deliverer(), known), known));
        }
    }

    /** Rows that were read by older rules are read again first: they may be right by now. */
    private void requireOfToday(Batch batch) {
        if (!recipe(contracts.contract(batch.feed())).hasRead(batch)) {
            throw ReturnCheck.older(batch.feed(), batch.file());
        }
    }

    private static void refuseTooMany(List<OpenRow> rows) {
        if (rows.size() > RepairWorkbook.MOST_ROWS) {
            throw new SetupException(
                    "%d rows wait for a correction, and a workbook holds %d: choose some with --feed and --period. More than that is better delivered again as a file"
                            .formatted(rows.size(), RepairWorkbook.MOST_ROWS));
        }
    }

    private Recipe recipe(Contract contract) {
        return recipes.computeIfAbsent(
                contract.feed(), feed -> Recipe.of(contract, contracts.codeLists(), key.version()));
    }

    @Override
    public void close() {
        reader.close();
    }
}
