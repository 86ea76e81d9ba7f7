package org.zhigong.ingest.functions;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Days with a time, exact to the minute: {@code 2025-03-05 14:07}, with seconds, with a T, with the zone of Beijing.
 * The day may be written in any form of {@link Dates}. Seconds are cut off.
 */
public final class Minutes {

    /**
     * The day. Issues as {@link Dates#DAY}; TIME_MISSING where there is a day and no time, TIME_IMPOSSIBLE. Notes as
     * {@link Dates#DAY} for the day.
     */
    public static final CellParser<LocalDate> DAY = new CellParser<>() {
        @Override
        public @Nullable LocalDate value(String text) {
            Moment moment = Moment.of(text);
            return moment.isWhole() ? Dates.DAY.value(moment.day()) : null;
        }

        @Override
        public @Nullable String issue(String text) {
            Moment moment = Moment.of(text);
            String issue = Dates.DAY.issue(moment.day());
            return issue != null || Dates.DAY.value(moment.day()) == null ? issue : moment.issue();
        }

        @Override
        public @Nullable String note(String text) {
            return Dates.DAY.note(Moment.of(text).day());
        }
    };

    /** Minutes since the first minute of 1970, both by the clock of Beijing, so that differences are durations. */
    public static final CellParser<Long> SINCE_1970 = new CellParser<>() {
        @Override
        public @Nullable Long value(String text) {
            LocalDate day = DAY.value(text);
            return day == null
                    ? null
                    : day.toEpochDay() * MINUTES_OF_DAY + Moment.of(text).minute();
        }

        @Override
        public @Nullable String issue(String text) {
            return DAY.issue(text);
        }
    };

    private static final int MINUTES_OF_DAY = 24 * 60;

    private Minutes() {}

    /** @param minute of the day; negative where there is no time, a whole day or more where it is impossible */
    private record Moment(String day, int minute) {

        private static final Pattern TIME =
                Pattern.compile("(.*\\S)[ T](\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?(?:\\+08:?00)?");

        static Moment of(String text) {
            Matcher time = TIME.matcher(Texts.clean(text));
            if (!time.matches()) {
                return new Moment(text, -1);
            }
            int hour = Integer.parseInt(time.group(2));
            int minute = Integer.parseInt(time.group(3));
            int second = time.group(4) == null ? 0 : Integer.parseInt(time.group(4));
            boolean isOnTheClock = hour < 24 && minute < 60 && second < 60;
            return new Moment(time.group(1), isOnTheClock ? hour * 60 + minute : MINUTES_OF_DAY);
        }

        boolean isWhole() {
            return minute >= 0 && minute < MINUTES_OF_DAY;
        }

        @Nullable
        String issue() {
            return isWhole() ? null : minute < 0 ? "TIME_MISSING" : "TIME_IMPOSSIBLE";
        }
    }
}
