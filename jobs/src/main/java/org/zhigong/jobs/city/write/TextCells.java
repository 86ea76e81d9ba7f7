package org.zhigong.jobs.city.write;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the cells of one row as texts, to be changed before they are written. */
final class TextCells implements Cells {

    private final List<String> cells = new ArrayList<>();

    /** The cells so far, to be changed by whoever asked; the next row starts empty. */
    List<String> take() {
        List<String> taken = new ArrayList<>(cells);
        cells.clear();
        return taken;
    }

    @Override
    public void text(@Nullable String text) {
        cells.add(text == null ? "" : text);
    }

    @Override
    public void code(@Nullable String code) {
        text(code);
    }

    @Override
    public void number(long number) {
        cells.add(Long.toString(number));
    }

    @Override
    public void yuan(long fen) {
        cells.add(BigDecimal.valueOf(fen, 2).toPlainString());
    }

    @Override
    public void wanYuan(@Nullable Long fen) {
        cells.add(fen == null ? "" : BigDecimal.valueOf(fen / 10_000, 2).toPlainString());
    }

    @Override
    public void day(@Nullable LocalDate day) {
        cells.add(day == null ? "" : day.toString());
    }

    @Override
    public void day(int yearMonthDay) {
        cells.add(LocalDate.of(yearMonthDay / 10_000, yearMonthDay / 100 % 100, yearMonthDay % 100)
                .toString());
    }

    @Override
    public void month(YearMonth month) {
        cells.add(month.toString());
    }

    @Override
    public void compactMonth(YearMonth month) {
        cells.add(month.toString().replace("-", ""));
    }
}
