package org.zhigong.jobs.city.feed;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * Gives each person number a document of its own. A number is {@code 2 * index + (woman ? 1 : 0)}; indices are spread
 * over days of birth in 1962 to 2002, ten areas that were never issued and the sequence numbers of a sex.
 */
final class PersonNumbers {

    private static final int FIRST_YEAR = 1962;
    private static final int LAST_YEAR = 2002;
    /** Nobody is born on the first of January, which extracts write for an unknown day. */
    private static final int DAYS = 364;

    /** Ten areas, 490 sequence numbers of a sex: no number ends as those do that a spreadsheet has cut. */
    private static final int PER_DAY = 10 * 490;

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    /** Where the indices of each year of birth start; the last entry is how many persons there can be. */
    private static final long[] STARTS = starts();

    private static final long STRIDE = stride();

    /** Month and day by the day of the year, from 0 for the second of January. */
    private static final int[] COMMON_DAYS = days(2001);

    private static final int[] LEAP_DAYS = days(2000);

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
        int half = rest / 10;
        int sequence = half / 49 * 100 + (half % 49 + 1) * 2 - (isWoman ? 0 : 1);
        return new PersonDocument("ID", residentNumber(rest % 10, birthOn, sequence), sex, birthOn);
    }

    private static String residentNumber(int area, int birthOn, int sequence) {
        byte[] number = {'1', '1', '9', '9', '9', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        number[5] = (byte) ('0' + area);
        digits(birthOn, number, 6, 14);
        digits(sequence, number, 14, 17);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (number[i] - '0');
        }
        number[17] = (byte) CHECKS.charAt(sum % 11);
        return new String(number, StandardCharsets.ISO_8859_1);
    }

    private static void digits(int value, byte[] number, int from, int to) {
        int rest = value;
        for (int i = to - 1; i >= from; i--) {
            number[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    static int birthYear(long personNumber) {
        return yearOf((personNumber >>> 1) * STRIDE % capacity());
    }

    /** The check character of the first seventeen characters of a resident number. */
    static char check(String body) {
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
        return year * 10_000 + (year % 4 == 0 ? LEAP_DAYS : COMMON_DAYS)[dayOfYear];
    }

    private static String digits(long value, int width) {
        String digits = Long.toString(value);
        return "0".repeat(width - digits.length()) + digits;
    }

    private static int[] days(int year) {
        int[] days = new int[DAYS];
        for (int i = 0; i < DAYS; i++) {
            LocalDate date = LocalDate.ofYearDay(year, i + 2);
            days[i] = date.getMonthValue() * 100 + date.getDayOfMonth();
        }
        return days;
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
