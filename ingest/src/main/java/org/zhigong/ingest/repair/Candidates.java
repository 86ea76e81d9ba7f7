package org.zhigong.ingest.repair;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhigong.ingest.contract.Contract;
import org.zhigong.ingest.contract.Contracts;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.ColumnType;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.TableName;

/**
 * Which employers a row may mean that names one without its code: those of the newest registers whose names are most
 * alike. They are offered to whoever corrects the row; nothing is ever joined by name.
 */
final class Candidates {

    /** Below this likeness two names have not more in common than any two companies of a city. */
    static final int LEAST_LIKENESS = 60;

    private static final String REASON = "NAME_ONLY";
    private static final int MOST = 5;
    private static final int MOST_NAMES = 200;
    private static final TableName REGISTER = new TableName("repair", "register");

    /** The last characters of credit codes: a register is read in as many slices, so that it may be long. */
    private static final List<String> ENDS = List.of("0123456789ABCDEFGHJKLMNPQRTUWXY".split(""));

    /** An employer that may be meant. */
    record Candidate(String code, String name, int likeness) {}

    private final Contracts contracts;
    private final Engine engine;
    private final Home home;

    Candidates(Contracts contracts, Engine engine, Home home) {
        this.contracts = contracts;
        this.engine = engine;
        this.home = home;
    }

    /** The name that {@code row} gives instead of a code. */
    static Optional<String> name(OpenRow row) {
        return row.findings().stream()
                .filter(finding -> finding.code().equals(REASON))
                .flatMap(finding -> row.cell(finding.column().replaceFirst("_code$", "_name")).stream())
                .filter(cell -> cell.isWhole() && !cell.shown().isBlank())
                .map(cell -> cell.shown())
                .findFirst();
    }

    /** The candidates for each name that some of {@code rows} gives, the likest first; none where nobody is like it. */
    SortedMap<String, List<Candidate>> of(Collection<OpenRow> rows, Collection<Batch> batches) {
        Map<String, EmployerName> wanted = new TreeMap<>();
        rows.stream()
                .flatMap(row -> name(row).stream())
                .distinct()
                .limit(MOST_NAMES)
                .forEach(name -> wanted.put(name, new EmployerName(name)));
        SortedMap<String, List<Candidate>> found = new TreeMap<>();
        if (!wanted.isEmpty()) {
            for (String feed : contracts.feeds()) {
                contracts
                        .contract(feed)
                        .registerColumn()
                        .ifPresent(code -> look(contracts.contract(feed), code, batches, wanted, found));
            }
        }
        return found;
    }

    private void look(
            Contract contract,
            String code,
            Collection<Batch> batches,
            Map<String, EmployerName> wanted,
            SortedMap<String, List<Candidate>> found) {
        List<Path> files = newest(contract.feed(), batches).stream()
                .map(batch -> home.batch(batch.feed(), batch.batchId()).resolve("rows.parquet"))
                .toList();
        if (files.isEmpty()) {
            return;
        }
        String name = "employer_name";
        List<Column> columns = List.of(
                new Column(code, ColumnType.VARCHAR),
                new Column(name, ColumnType.VARCHAR),
                new Column("verdict", ColumnType.VARCHAR));
        engine.define(REGISTER, columns, files);
        for (String end : ENDS) {
            String slice =
                    "select distinct %1$s as code, %2$s as name from %3$s where verdict = 'accepted' and %2$s is not null and substr(%1$s, 18, 1) = '%4$s'"
                            .formatted(code, name, REGISTER, end);
            for (Map<String, Object> row : engine.query(slice)) {
                offer(String.valueOf(row.get("code")), String.valueOf(row.get("name")), wanted, found);
            }
        }
    }

    /** The batches of {@code feed} for the last month that there is one for. */
    private static List<Batch> newest(String feed, Collection<Batch> batches) {
        List<Batch> own = batches.stream()
                .filter(batch -> batch.feed().equals(feed) && batch.accepted() > 0 && !batch.isOverlay())
                .toList();
        Optional<String> last = own.stream().map(Batch::period).max(String::compareTo);
        return own.stream()
                .filter(batch -> last.filter(batch.period()::equals).isPresent())
                .toList();
    }

    private static void offer(
            String code, String name, Map<String, EmployerName> wanted, SortedMap<String, List<Candidate>> found) {
        EmployerName registered = new EmployerName(name);
        wanted.forEach((given, own) -> {
            int likeness = own.likeness(registered);
            if (likeness >= LEAST_LIKENESS) {
                List<Candidate> candidates = found.computeIfAbsent(given, any -> new ArrayList<>());
                candidates.removeIf(other -> other.code().equals(code));
                candidates.add(new Candidate(code, name, likeness));
                candidates.sort(
                        Comparator.comparing(Candidate::likeness).reversed().thenComparing(Candidate::code));
                if (candidates.size() > MOST) {
                    candidates.remove(MOST);
                }
            }
        });
    }
}
