package org.zhigong.transform;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.DataException;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.Json;

/**
 * Somebody's word that a held batch is right as it is: the content of {@code holds/<batch-id>.json}, an input of every
 * release after it.
 */
@JsonNaming(SnakeCaseStrategy.class)
public record HoldRelease(String batchId, String by, String reason, LocalDate releasedOn) {

    /** The word that {@code home} keeps about a batch. @throws DataException if its file is damaged */
    public static Optional<HoldRelease> find(Home home, String batchId) {
        Path file = file(home, batchId);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        HoldRelease found = Json.read(file, HoldRelease.class);
        if (!batchId.equals(found.batchId())) {
            throw new DataException(
                    "Damaged file %s: expected the batch_id %s, found %s".formatted(file, batchId, found.batchId()));
        }
        return Optional.of(found);
    }

    /** Keeps this word in {@code home}, in place of an earlier one. */
    public void write(Home home) {
        AtomicFiles.replace(file(home, batchId), Json.pretty(this));
    }

    private static Path file(Home home, String batchId) {
        return home.holds().resolve(batchId + ".json");
    }
}
