package org.zhigong.ingest.codes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.zhigong.ingest.functions.CellParser;
import org.zhigong.ingest.functions.PairParser;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.Hashes;
import org.zhigong.warehouse.NearestNames;
import org.zhigong.warehouse.SetupException;
import org.zhigong.warehouse.SmallTable;

/** The code lists of a folder, one CSV file per list, named after it. A list is read when first asked for. */
public final class CodeLists {

    private static final String SUFFIX = ".csv";

    private final Path folder;
    private final SortedSet<String> names;
    private final Map<String, CodeList> lists = new ConcurrentHashMap<>();

    private CodeLists(Path folder, SortedSet<String> names) {
        this.folder = folder;
        this.names = names;
    }

    /** The lists in {@code folder}. @throws SetupException if the folder is missing */
    public static CodeLists read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new SetupException("Missing folder of code lists %s".formatted(folder));
        }
        SortedSet<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(SUFFIX))
                    .forEach(f -> names.add(f.substring(0, f.length() - SUFFIX.length())));
        } catch (IOException e) {
            throw AtomicFiles.failed("list", folder, e);
        }
        return new CodeLists(folder, names);
    }

    /** The names of all lists, without reading them. */
    public SortedSet<String> names() {
        return new TreeSet<>(names);
    }

    /**
     * The list called {@code name}.
     *
     * @throws SetupException if there is none, naming those there are; or if it is broken
     */
    public CodeList list(String name) {
        if (!names.contains(name)) {
            throw new SetupException("Unknown code list '%s': expected one of %s%s"
                    .formatted(name, names, NearestNames.hint(name, names)));
        }
        return lists.computeIfAbsent(name, n -> CodeList.of(CodeTable.read(n, folder.resolve(n + SUFFIX))));
    }

    /** Every list as a table for models, in the order of names, with the rules of one federation. */
    public List<SmallTable> tables(Parameters parameters) {
        List<SmallTable> tables = new ArrayList<>();
        for (String name : names) {
            SmallTable table = list(name).table();
            tables.add(name.equals("rules") ? parameters.appliedTo(table) : table);
        }
        return tables;
    }

    /** A hash of the content of {@code lists}; part of batch ids. */
    public String contentHash(Collection<String> lists) {
        List<String> words = new ArrayList<>();
        for (String name : new TreeSet<>(lists)) {
            words.add(name);
            words.add(Hashes.ofFile(list(name).source().file()));
        }
        return Hashes.ofWords(words);
    }

    /** Reads division codes of 6 or 9 digits, historic ones as their successors, and names of districts. */
    public CellParser<String> divisions() {
        return new Divisions(list("divisions").source()).parser(Divisions.Level.ANY);
    }

    /** Reads division codes of streets; whatever is not as exact as a street has no value. */
    public CellParser<String> streets() {
        return new Divisions(list("divisions").source()).parser(Divisions.Level.STREET);
    }

    /** Reads names and codes of districts and of places in them; gives the code of the district. */
    public CellParser<String> districts() {
        return new Divisions(list("divisions").source()).parser(Divisions.Level.DISTRICT);
    }

    /** Reads industry codes by their edition (2002, 2011, 2017); gives letter and digits of 2017. */
    public PairParser<String> industries() {
        return new Industries(
                list("industry_letters").source(),
                list("industry_matches").source(),
                list("industry_codes").source(),
                list("industries").source(),
                list("industry_divisions").source());
    }

    /** Reads registration types by their scheme (2011, 2023); gives the reporting group. */
    public PairParser<String> ownershipGroups() {
        return new Ownerships(list("ownership").source());
    }

    /** The credit code of an employer, also by its code of before 2015 where the crosswalk has it. */
    public CellParser<String> employers() {
        return new LegacyCodes(list("legacy_codes").source());
    }
}
