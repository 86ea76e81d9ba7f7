package org.zhigong.ingest.contract;

import java.nio.file.Path;
import java.util.SortedSet;
import org.zhigong.ingest.codes.CodeLists;

/** The contracts of a folder, one YAML file per feed, named after it. A contract is read when first asked for. */
@SuppressWarnings("DoNotCallSuggester")
public final class Contracts {

    private Contracts() {}

    /**
     * The contracts in {@code feeds}, against the code lists in {@code codes}. Folders inside are not looked into.
     *
     * @throws org.zhigong.warehouse.SetupException if a folder is missing
     */
    public static Contracts read(Path feeds, Path codes) {
        throw new UnsupportedOperationException("To be written: " + feeds + codes);
    }

    /** The names of all feeds, without reading their contracts. */
    public SortedSet<String> feeds() {
        throw new UnsupportedOperationException("To be written");
    }

    /**
     * The contract of {@code feed}.
     *
     * @throws org.zhigong.warehouse.SetupException if there is none, naming the nearest; or if it is broken, naming
     *     file and line, what was found and what is expected
     */
    public Contract contract(String feed) {
        throw new UnsupportedOperationException("To be written: " + feed);
    }

    /** The code lists that the contracts refer to. */
    public CodeLists codeLists() {
        throw new UnsupportedOperationException("To be written");
    }
}
