package org.zhigong.ingest.functions;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a number of 18 characters with a date of birth says about its holder. All take the one form of a number. */
@SuppressWarnings("DoNotCallSuggester")
public final class ResidentIds {

    private ResidentIds() {}

    /** The date of birth; null if {@code number} is not of a kind that holds one. */
    public static @Nullable LocalDate birth(String number) {
        throw new UnsupportedOperationException("To be written: " + number);
    }

    /** The code of {@code sex}, 1 or 2; null if {@code number} is not of a kind that holds it. */
    public static @Nullable String sex(String number) {
        throw new UnsupportedOperationException("To be written: " + number);
    }

    /** UNDER_AGE below 16 on {@code asOf}, OVER_AGE above 70, else null. */
    public static @Nullable String ageFinding(LocalDate birth, LocalDate asOf) {
        throw new UnsupportedOperationException("To be written: " + birth + asOf);
    }
}
