package org.zhigong.ingest.repair;

import java.util.ArrayList;
import java.util.List;
import org.zhigong.warehouse.Hashes;

/**
 * What a repair workbook says of itself on its hidden sheet.
 *
 * @param home the home that it was written from
 * @param release the release that was current then; {@link #NO_RELEASE} before the first
 * @param deliverer whose rows it holds
 * @param entries its rows, sheet after sheet, each in the order of its number
 */
record Identity(String home, String release, String deliverer, List<Entry> entries) {

    /** The form of workbooks that this version writes and reads. */
    static final String FORMAT = "zhigong repair 1";

    static final String NO_RELEASE = "none";

    /** One row: {@code row} is its place in the file of {@code batch}, from 0. */
    record Entry(String sheet, String batch, long row) {}

    Identity {
        entries = List.copyOf(entries);
    }

    List<Entry> of(String sheet) {
        return entries.stream().filter(entry -> entry.sheet().equals(sheet)).toList();
    }

    List<String> sheets() {
        return entries.stream().map(Entry::sheet).distinct().toList();
    }

    /** The checksum over this and all that nobody may change: {@code locked} in the order of the sheets. */
    String checksum(List<String> locked) {
        List<String> words = new ArrayList<>(List.of(FORMAT, home, release, deliverer));
        for (Entry entry : entries) {
            words.addAll(List.of(entry.sheet(), entry.batch(), String.valueOf(entry.row())));
        }
        words.addAll(locked);
        return Hashes.ofWords(words);
    }
}
