package org.zhigong.ingest.functions;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of 18 characters that hold a date of birth: resident IDs (GB 11643), residence permits, permanent-residence
 * cards since 2023. All methods take the one form that {@link PersonDocuments#NUMBER} gives.
 */
public final class ResidentIds {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private ResidentIds() {}

    /** The date of birth; null if {@code number} is not of a kind that holds one. */
    public static @Nullable LocalDate birth(String number) {
        if (!hasForm(number)) {
            return null;
        }
        int year = Integer.parseInt(number, 6, 10, 10);
        try {
            return year < 1800 || year > 2099
                    ? null
                    : LocalDate.of(year, Integer.parseInt(number, 10, 12, 10), Integer.parseInt(number, 12, 14, 10));
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    /** The code of {@code sex}, 1 or 2; null if {@code number} is not of a kind that holds it. */
    public static @Nullable String sex(String number) {
        if (!hasForm(number)) {
            return null;
        }
        return (number.charAt(16) - '0') % 2 == 1 ? "1" : "2";
    }

    /** UNDER_AGE below 16 on {@code asOf}, OVER_AGE above 70, else null. */
    public static @Nullable String ageFinding(LocalDate birth, LocalDate asOf) {
        long age = ChronoUnit.YEARS.between(birth, asOf);
        return age < 16 ? "UNDER_AGE" : age > 70 ? "OVER_AGE" : null;
    }

    /** Whether {@code number} ends as numbers do that went through a spreadsheet's 15 digits. */
    public static boolean endsInZeros(String number) {
        return number.length() == 18 && number.endsWith("000");
    }

    /** Whether {@code number} has 17 digits and a digit or X. */
    static boolean hasForm(String number) {
        return number.length() == 18
                && Texts.isDigits(number, 0, 17)
                && number.charAt(0) != '0'
                && (number.charAt(17) == 'X' || Texts.isDigit(number.charAt(17)));
    }

    /** Whether the last character of a number of the right form checks the others (ISO 7064, MOD 11-2). */
    static boolean isChecked(String number) {
        return check(number) == number.charAt(17);
    }

    /** The check character for the first 17 digits of {@code number}. */
    public static char check(String number) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }
}
