package org.zhigong.ingest.codes;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import org.zhigong.ingest.functions.CellParser;
import org.zhigong.ingest.functions.PairParser;
import org.zhigong.warehouse.SmallTable;

/** The code lists of a folder, one CSV file per list, named after it. A list is read when first asked for. */
@SuppressWarnings("DoNotCallSuggester")
public final class CodeLists {

    private CodeLists() {}

    /** The lists in {@code folder}. @throws org.zhigong.warehouse.SetupException if the folder is missing */
    public static CodeLists read(Path folder) {
        throw new UnsupportedOperationException("To be written: " + folder);
    }

    /** The names of all lists, without reading them. */
    public SortedSet<String> names() {
        throw new UnsupportedOperationException("To be written");
    }

    /**
     * The list called {@code name}.
     *
     * @throws org.zhigong.warehouse.SetupException if there is none, naming the nearest; or if it is broken
     */
    public CodeList list(String name) {
        throw new UnsupportedOperationException("To be written: " + name);
    }

    /** Every list as a table for models, in the order of names. */
    public List<SmallTable> tables() {
        throw new UnsupportedOperationException("To be written");
    }

    /** A hash of the content of {@code lists}; part of batch ids. */
    public String contentHash(Collection<String> lists) {
        throw new UnsupportedOperationException("To be written: " + lists);
    }

    /** These lists with the rules of one federation: {@code parameters} replace values of {@code codes.rules}. */
    public CodeLists with(Parameters parameters) {
        throw new UnsupportedOperationException("To be written: " + parameters);
    }

    /** Reads division codes: 6 or 9 digits, historic ones as their successors, names of districts. */
    public CellParser<String> divisions() {
        throw new UnsupportedOperationException("To be written");
    }

    /** Reads industry codes by their edition (2002, 2011, 2017); gives letter and digits of 2017. */
    public PairParser<String> industries() {
        throw new UnsupportedOperationException("To be written");
    }

    /** Reads registration types by their scheme (2011, 2023); gives the reporting group. */
    public PairParser<String> ownershipGroups() {
        throw new UnsupportedOperationException("To be written");
    }
}
