package org.zhigong.jobs.city.world;

import java.time.LocalDate;
import java.time.YearMonth;
import org.zhigong.warehouse.SetupException;

/** The city's months by number: 0 is December 2020, the opening stock; 1 to 120 are the months it can be asked for. */
public final class Months {

    /** The last month that the city lives. */
    public static final int LAST = 120;

    private static final YearMonth ZERO = YearMonth.of(2020, 12);
    private static final int EARLIEST = -480;
    private static final LocalDate[] FIRST_DAYS = firstDays();

    private Months() {}

    /** The number of a month that the city can be asked for. @throws SetupException if it lives in another time */
    public static int number(YearMonth month) {
        int number = numberOf(LocalDate.of(month.getYear(), month.getMonth(), 1));
        if (number < 1 || number > LAST) {
            throw new SetupException(
                    "Cannot generate month %s: the synthetic city lives from %s to %s; ask for months within"
                            .formatted(month, ZERO.plusMonths(1), ZERO.plusMonths(LAST)));
        }
        return number;
    }

    /** The number of the month that {@code day} lies in. */
    static int numberOf(LocalDate day) {
        return (day.getYear() - ZERO.getYear()) * 12 + day.getMonthValue() - ZERO.getMonthValue();
    }

    /** The month of a number. */
    public static YearMonth month(int number) {
        return ZERO.plusMonths(number);
    }

    /** The first day of a month. */
    static LocalDate first(int number) {
        return FIRST_DAYS[number - EARLIEST];
    }

    /** The last day of a month. */
    static LocalDate last(int number) {
        return first(number + 1).minusDays(1);
    }

    /** A day of a month; {@code offset} 0 is the first, 27 the last that every month has. */
    static LocalDate day(int number, int offset) {
        LocalDate first = first(number);
        return offset == 0 ? first : LocalDate.of(first.getYear(), first.getMonthValue(), offset + 1);
    }

    /** 0 for January to 11 for December. */
    static int ofYear(int number) {
        return Math.floorMod(number + 11, 12);
    }

    private static LocalDate[] firstDays() {
        LocalDate[] days = new LocalDate[LAST + 60 - EARLIEST];
        for (int i = 0; i < days.length; i++) {
            days[i] = ZERO.plusMonths((long) i + EARLIEST).atDay(1);
        }
        return days;
    }
}
