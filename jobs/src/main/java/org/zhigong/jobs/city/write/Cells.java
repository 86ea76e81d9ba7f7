package org.zhigong.jobs.city.write;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Takes the cells of one row after another, each in its usual form; null is an empty cell. */
interface Cells {

    /** Any text without delimiters, quotes and line ends. */
    void text(@Nullable String text);

    /** A text of ASCII characters only. */
    void code(@Nullable String code);

    void number(long number);

    /** Fen as yuan with two decimals. */
    void yuan(long fen);

    /** Fen as ten thousand yuan with two decimals. */
    void wanYuan(@Nullable Long fen);

    void day(@Nullable LocalDate day);

    /** Digits of a day, year first. */
    void day(int yearMonthDay);

    /** 2025-03. */
    void month(YearMonth month);

    /** 202503. */
    void compactMonth(YearMonth month);
}
