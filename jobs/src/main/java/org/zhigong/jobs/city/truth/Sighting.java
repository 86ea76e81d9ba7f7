package org.zhigong.jobs.city.truth;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A row as it stands in one file.
 *
 * @param period the month that the file is made for
 * @param updatedOn when the deliverer last touched the row, null where it does not say
 * @param line the row's place among the accepted rows of its file
 */
record Sighting<R>(
        R row,
        YearMonth period,
        LocalDate receivedOn,
        String fileHash,
        @Nullable LocalDate updatedOn,
        long line) {

    /**
     * Of two rows with one key the one that counts: of the later month, the later delivery, the greater file hash, the
     * later update, the later line.
     */
    static <R> Sighting<R> stronger(Sighting<R> one, Sighting<R> other) {
        return Sighting.<R>precedence().compare(one, other) >= 0 ? one : other;
    }

    private static <R> Comparator<Sighting<R>> precedence() {
        return Comparator.comparing(Sighting<R>::period)
                .thenComparing(Sighting::receivedOn)
                .thenComparing(Sighting::fileHash)
                .thenComparing(Sighting::updatedOn, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Sighting::line);
    }
}
