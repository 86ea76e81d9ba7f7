package org.zhigong.jobs;

import java.nio.file.Path;
import java.util.List;
import org.zhigong.ingest.functions.PersonKey;
import org.zhigong.warehouse.SetupException;

/** Whether the keys of person pseudonyms are where they should be. */
final class PersonKeys {

    private PersonKeys() {}

    static boolean has(Path folder, String version) {
        try {
            PersonKey.open(folder, List.of(version));
            return true;
        } catch (SetupException e) {
            return false;
        }
    }
}
