package org.zhigong.jobs;

import java.nio.file.Path;
import java.util.Map;
import org.zhigong.warehouse.EngineSettings;
import org.zhigong.warehouse.SetupException;
import org.zhigong.warehouse.Store;

/**
 * What the surroundings say, read once.
 *
 * @param home the folder of all that is kept ({@code ZHIGONG_HOME}, else {@code zhigong-home})
 * @param keys the folder of the keys of person pseudonyms, outside the home ({@code ZHIGONG_KEYS}, else
 *     {@code ~/.zhigong/keys})
 * @param content the folder that holds feeds, codes, models and indicators ({@code ZHIGONG_CONTENT}, set by the
 *     launcher)
 * @param threads how many threads an engine may use ({@code ZHIGONG_THREADS}, else all processors)
 * @param memoryMib what an engine may use ({@code ZHIGONG_MEMORY_MIB}, else half of what the machine or its cgroup has)
 */
record Settings(Path home, Path keys, Path content, int threads, long memoryMib) {

    /** Reads the environment of a machine. @throws SetupException naming a variable that is not of its form */
    static Settings from(Map<String, String> environment, Path userHome, int processors, long machineMib) {
        String keys = environment.get("ZHIGONG_KEYS");
        return new Settings(
                Store.find(environment.getOrDefault("ZHIGONG_HOME", "zhigong-home")),
                keys == null ? userHome.resolve(".zhigong").resolve("keys") : Path.of(keys),
                Path.of(environment.getOrDefault("ZHIGONG_CONTENT", ".")),
                (int) number(environment, "ZHIGONG_THREADS", processors, 1),
                number(environment, "ZHIGONG_MEMORY_MIB", Math.max(512, machineMib / 2), 128));
    }

    private static long number(Map<String, String> environment, String name, long otherwise, long least) {
        String text = environment.get(name);
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,9}") || Long.parseLong(text) < least) {
            throw new SetupException(
                    "Invalid environment variable %s: expected a whole number of at least %d, found '%s'"
                            .formatted(name, least, text));
        }
        return Long.parseLong(text);
    }

    Settings withHome(Path other) {
        return new Settings(other, keys, content, threads, memoryMib);
    }

    /** What an engine may use when its scratch files go to {@code scratch}. */
    EngineSettings engine(Path scratch) {
        return new EngineSettings(threads, memoryMib, scratch);
    }
}
