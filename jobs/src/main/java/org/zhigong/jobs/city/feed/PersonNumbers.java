package org.zhigong.jobs.city.feed;

import java.time.LocalDate;

/**
 * Gives each person number a document of its own. A number is {@code 2 * index + (woman ? 1 : 0)}; indices are spread
 * over days of birth in 1962 to 2002, ten areas that were never issued and the sequence numbers of a sex.
 */
final class PersonNumbers {

    private static final int FIRST_YEAR = 1962;
    private static final int LAST_YEAR = 2002;
    private static final int DAYS = 365;

    /** Ten areas, five hundred sequence numbers of a sex. */
    private static final int PER_DAY = 10 * 500;

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    /** Where the indices of each year of birth start; the last entry is how many persons there can be. */
    private static final long[] STARTS = starts();

    private static final long STRIDE = stride();

    private PersonNumbers() {}

    /** How many indices there are. */
    static long capacity() {
        return STARTS[STARTS.length - 1];
    }

    static PersonDocument document(long personNumber) {
        long index = personNumber >>> 1;
        if (personNumber < 0 || index >= capacity()) {
            throw new IllegalArgumentException("Invalid person number %d: at most %d persons can have a document"
                    .formatted(personNumber, capacity()));
        }
        boolean isWoman = (personNumber & 1) == 1;
        long spread = index * STRIDE % capacity();
        int year = yearOf(spread);
        long within = spread - STARTS[year - FIRST_YEAR];
        int birthOn = day(year, (int) (within % DAYS));
        int rest = (int) (within / DAYS);
        String sex = isWoman ? "2" : "1";
        if (spread % 331 == 7) {
            return new PersonDocument("PASSPORT", "SYN" + digits(personNumber, 9), sex, birthOn);
        }
        int sequence = rest / 10 * 2 + (isWoman ? 0 : 1);
        String body = "11999" + rest % 10 + birthOn + digits(sequence, 3);
        return new PersonDocument("ID", body + check(body), sex, birthOn);
    }

    static int birthYear(long personNumber) {
        return yearOf((personNumber >>> 1) * STRIDE % capacity());
    }

    /** The check character of the first seventeen characters of a resident number. */
    private static char check(String body) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (body.charAt(i) - '0');
        }
        return CHECKS.charAt(sum % 11);
    }

    private static int yearOf(long spread) {
        int low = 0;
        int high = STARTS.length - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (STARTS[middle] <= spread) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return FIRST_YEAR + low;
    }

    private static int day(int year, int dayOfYear) {
        LocalDate date = LocalDate.ofYearDay(year, dayOfYear + 1);
        return year * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    }

    private static String digits(long value, int width) {
        String digits = Long.toString(value);
        return "0".repeat(width - digits.length()) + digits;
    }

    private static long[] starts() {
        long[] starts = new long[LAST_YEAR - FIRST_YEAR + 2];
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            double rise = (year - FIRST_YEAR + 1) / 16.0;
            double fall = (LAST_YEAR - year + 1) / 7.0;
            long perDay = Math.round(PER_DAY * Math.min(1, Math.min(rise, fall)));
            starts[year - FIRST_YEAR + 1] = starts[year - FIRST_YEAR] + perDay * DAYS;
        }
        return starts;
    }

    /** A step near the golden section that visits every index once. */
    private static long stride() {
        long stride = Math.round(capacity() * 0.6180339887);
        while (gcd(stride, capacity()) != 1) {
            stride++;
        }
        return stride;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
