package org.zhigong.airflow;

import java.util.Optional;

/**
 * Which Airflow answers.
 *
 * @param version for example {@code 3.3.2}
 */
public record Version(String version, Optional<String> gitVersion) {

    /** Whether it is at least {@code major.minor}. @throws NumberFormatException if it is no version at all */
    public boolean isAtLeast(int major, int minor) {
        String[] parts = version.split("\\.", 3);
        int ownMajor = Integer.parseInt(parts[0]);
        int ownMinor = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
        return ownMajor > major || (ownMajor == major && ownMinor >= minor);
    }
}
