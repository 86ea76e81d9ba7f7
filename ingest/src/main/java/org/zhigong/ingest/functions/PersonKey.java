package org.zhigong.ingest.functions;

import java.nio.file.Path;
import java.util.Collection;

/**
 * Turns numbers and names of persons into pseudonyms: HMAC-SHA-256 under a secret key, of which the first 128 bits are
 * written in base 32. Safe for all threads.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class PersonKey {

    private PersonKey() {}

    /**
     * The newest key in {@code folder}; when {@code used} is empty and there is none, a first key is made.
     *
     * @param used the versions that batches of the home were made with
     * @throws org.zhigong.warehouse.SetupException if one of {@code used} is not in the folder, saying what that means
     */
    public static PersonKey open(Path folder, Collection<String> used) {
        throw new UnsupportedOperationException("To be written: " + folder + used);
    }

    /** The version and a fingerprint of the key, never the key: {@code v1-ab12cd34}. */
    public String version() {
        throw new UnsupportedOperationException("To be written");
    }

    /** The pseudonym of a person; {@code number} in the form of {@link PersonDocuments#NUMBER}. */
    public String person(String documentKind, String number) {
        throw new UnsupportedOperationException("To be written: " + documentKind + number.length());
    }

    /** The pseudonym of a name; {@code name} in the form of {@link PersonNames#NAME}. */
    public String name(String name) {
        throw new UnsupportedOperationException("To be written: " + name.length());
    }
}
