package org.zhigong.jobs.city.world;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One employer from its opening to its closing; a slot of the city holds one life after another.
 *
 * @param key unlike that of any other life
 * @param size the headcount around which it moves; 0 for one that exists on paper only
 * @param open the month in which it opens, 0 or before for those of the opening stock
 * @param close the month in which it closes, beyond {@link Months#LAST} if never
 * @param moves months of moves, ascending, and beside them the street moved to
 * @param successions months in which it takes a new credit code, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // never shared beyond the package, never compared
record Life(
        long key,
        int slot,
        int size,
        Sector sector,
        int open,
        int close,
        LocalDate openedOn,
        @Nullable LocalDate closedOn,
        boolean isRevoked,
        int firstStreet,
        int[] moves,
        int[] movedTo,
        int[] successions) {

    boolean isAliveAt(int month) {
        return open <= month && month < close;
    }

    /** Where it is at the end of {@code month}; after its closing where it was last. */
    int street(int month) {
        int street = firstStreet;
        for (int i = 0; i < moves.length && moves[i] <= month; i++) {
            street = movedTo[i];
        }
        return street;
    }

    /** How many times it has changed its code by the end of {@code month}. */
    int generation(int month) {
        int generation = 0;
        while (generation < successions.length && successions[generation] <= month) {
            generation++;
        }
        return generation;
    }

    /** Its code after so many changes. */
    String code(int generation) {
        return CreditCodes.code(kind(), key * 8 + generation);
    }

    /** Its code at the end of {@code month}. */
    String codeAt(int month) {
        return code(generation(month));
    }

    private String kind() {
        return switch (sector.unitType()) {
            case "2" -> "12";
            case "3" -> "11";
            case "4" -> key % 3 == 0 ? "52" : "51";
            case "5" -> "92";
            default -> "91";
        };
    }
}
