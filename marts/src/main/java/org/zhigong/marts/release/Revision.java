package org.zhigong.marts.release;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a release changes against the one that was current when it was made.
 *
 * @param since the release that it was compared with; empty for the first
 * @param changes how many figures differ, by kind of difference
 * @param finals how many figures that were final say something else now, or are gone
 * @param note what whoever made it says about the changes; empty if nothing
 * @param signers who may sign it off; empty if nobody has to
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Revision(
        Optional<String> since, SortedMap<String, Long> changes, long finals, String note, List<String> signers) {

    public Revision {
        changes = new TreeMap<>(changes);
        signers = List.copyOf(signers);
    }

    /** Whether it waits for a named person: because the home asks for one, or because final figures change unsaid. */
    boolean needsSignOff() {
        return !signers.isEmpty() || needsNote();
    }

    /** Whether somebody has yet to say why final figures change. */
    boolean needsNote() {
        return finals > 0 && note.isBlank();
    }
}
