package org.zhigong.ingest.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.zhigong.ingest.codes.CodeLists;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.ColumnType;
import org.zhigong.warehouse.NearestNames;
import org.zhigong.warehouse.SetupException;
import org.zhigong.warehouse.SmallTable;
import org.zhigong.warehouse.TableName;

/** The contracts of a folder, one YAML file per feed, named after it. A contract is read when first asked for. */
public final class Contracts {

    private static final String SUFFIX = ".yaml";

    private static final List<Column> CALENDAR = List.of(
            new Column("code", ColumnType.VARCHAR),
            new Column("name_zh", ColumnType.VARCHAR),
            new Column("name_en", ColumnType.VARCHAR),
            new Column("every_months", ColumnType.BIGINT),
            new Column("due_day", ColumnType.BIGINT));

    private final Path folder;
    private final SortedSet<String> feeds;
    private final CodeLists codeLists;
    private final Map<String, Contract> contracts = new ConcurrentHashMap<>();

    private Contracts(Path folder, SortedSet<String> feeds, CodeLists codeLists) {
        this.folder = folder;
        this.feeds = feeds;
        this.codeLists = codeLists;
    }

    /**
     * The contracts in {@code feeds}, against the code lists in {@code codes}. Folders inside are not looked into.
     *
     * @throws SetupException if a folder is missing
     */
    public static Contracts read(Path feeds, Path codes) {
        if (!Files.isDirectory(feeds)) {
            throw new SetupException("Missing folder of contracts %s".formatted(feeds));
        }
        SortedSet<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(feeds)) {
            files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(SUFFIX))
                    .forEach(f -> names.add(f.substring(0, f.length() - SUFFIX.length())));
        } catch (IOException e) {
            throw AtomicFiles.failed("list", feeds, e);
        }
        return new Contracts(feeds, names, CodeLists.read(codes));
    }

    /** The names of all feeds, without reading their contracts. */
    public SortedSet<String> feeds() {
        return new TreeSet<>(feeds);
    }

    /**
     * The contract of {@code feed}.
     *
     * @throws SetupException if there is none, naming those there are; or if it is broken, naming file and line, what
     *     was found and what is expected
     */
    public Contract contract(String feed) {
        if (!feeds.contains(feed)) {
            throw new SetupException(
                    "Unknown feed '%s': expected one of %s%s".formatted(feed, feeds, NearestNames.hint(feed, feeds)));
        }
        return contracts.computeIfAbsent(feed, f -> new ContractReader(codeLists).read(f, folder.resolve(f + SUFFIX)));
    }

    /** {@code codes.feeds}: when each feed is due, in the order of names. */
    public SmallTable calendar() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String feed : feeds) {
            Contract contract = contract(feed);
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("code", feed);
            row.put("name_zh", contract.label().zh());
            row.put("name_en", contract.label().en());
            row.put("every_months", (long) contract.governance().everyMonths());
            row.put("due_day", (long) contract.governance().dueDay());
            rows.add(row);
        }
        return new SmallTable(new TableName("codes", "feeds"), CALENDAR, rows);
    }

    /** The code lists that the contracts refer to. */
    public CodeLists codeLists() {
        return codeLists;
    }
}
