package org.zhigong.ingest.repair;

import java.util.List;
import java.util.Optional;
import org.zhigong.ingest.read.CorrectedRow.Decision;

/** The words for what is to become of a row. */
final class Decisions {

    private static final String CORRECT = "更正";
    private static final String WITHDRAW = "撤回";

    static final List<String> WORDS = List.of(CORRECT, WITHDRAW);

    private Decisions() {}

    /**
     * What {@code word} says; empty if it is none of the words.
     *
     * @param isTyped whether anything was typed for the row: then it needs no word
     */
    static Optional<Decision> of(String word, boolean isTyped) {
        return switch (word) {
            case "" -> Optional.of(isTyped ? Decision.CORRECT : Decision.LATER);
            case CORRECT -> Optional.of(Decision.CORRECT);
            case WITHDRAW -> Optional.of(Decision.WITHDRAW);
            default -> Optional.empty();
        };
    }
}
