package org.zhigong.warehouse;

import java.nio.file.Path;

/**
 * What an engine may use.
 *
 * @param threads how many threads, at least 1; results never depend on it
 * @param memoryMib the memory bound in MiB, beyond which the engine spills
 * @param scratch a folder for what is spilled; created when needed
 */
public record EngineSettings(int threads, long memoryMib, Path scratch) {
    public EngineSettings {
        if (threads < 1 || memoryMib < 128) {
            throw new IllegalArgumentException(
                    "Invalid engine settings: expected threads >= 1 and memory >= 128 MiB, found %d and %d"
                            .formatted(threads, memoryMib));
        }
    }
}
