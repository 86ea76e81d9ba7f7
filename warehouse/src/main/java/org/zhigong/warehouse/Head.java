package org.zhigong.warehouse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.regex.Pattern;

/** The file that names the current release of a home. It is the truth; the link beside it only follows. */
public final class Head {

    private static final Pattern RELEASE_ID = Pattern.compile("\\d{4}-\\d{2}-[0-9a-f]{12}");

    private Head() {}

    /** The id of the current release; empty before the first. @throws DataException if the file is damaged */
    public static Optional<String> read(Home home) {
        try {
            String id = Files.readString(home.head(), StandardCharsets.UTF_8).strip();
            if (!RELEASE_ID.matcher(id).matches()) {
                throw new DataException(
                        ("Damaged file %s: expected the id of a release, like 2025-03-0123456789ab, and found '%s'."
                                        + " 'zhigong releases' lists them, 'zhigong rollback --to ID' names one again")
                                .formatted(home.head(), id.length() > 40 ? id.substring(0, 40) + "…" : id));
            }
            return Optional.of(id);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw AtomicFiles.failed("read", home.head(), e);
        }
    }

    /** Names another release, in one step: readers see the old one or the new. */
    public static void replace(Home home, String releaseId) {
        AtomicFiles.replace(home.head(), releaseId + "\n");
    }
}
