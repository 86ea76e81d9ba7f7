package org.zhigong.jobs.city.truth;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Works out indicators in every cell, and says each number as a figure of its periods. */
final class Figures {

    private final Consumer<TrueFigure> out;

    Figures(Consumer<TrueFigure> out) {
        this.out = out;
    }

    /** What {@code indicator} is in every cell, once for each period; the numbers of a stock are its last month's. */
    <R extends TrueRow> void add(
            TrueIndicator<R> indicator, Map<Cell, List<R>> cells, List<StatedTotal> stated, List<Period> periods) {
        cells.forEach((cell, rows) -> {
            if (!hasBreakdown(indicator, cell)) {
                return;
            }
            List<StatedTotal> inCell =
                    stated.stream().filter(total -> total.liesIn(cell)).toList();
            for (Numbers numbers : CellNumbers.of(indicator, rows, inCell)) {
                if (!numbers.isZero() || cell.isCityUncrossed()) {
                    periods.forEach(period -> out.accept(figure(indicator.about(), period, cell, numbers)));
                }
            }
        });
    }

    /** The same where {@code monthsKnown} months are known, which may be too few for its window. */
    <R extends TrueRow> void add(
            TrueIndicator<R> indicator, Map<Cell, List<R>> cells, List<Period> periods, long monthsKnown) {
        if (monthsKnown < indicator.span().window()) {
            periods.forEach(period -> addInsufficient(indicator, cells, period));
        } else {
            add(indicator, cells, List.of(), periods);
        }
    }

    /** The same of a quantile. */
    <R> void add(TrueQuantile<R> quantile, Map<Cell, List<R>> cells, List<Period> periods, long monthsKnown) {
        cells.forEach((cell, rows) -> {
            TrueQuantile.Numbers numbers = quantile.in(rows);
            boolean isStated = cell.breakdown().equals(Cell.NO_BREAKDOWN)
                    || quantile.breakdowns().contains(cell.breakdown());
            if (isStated && (numbers.rows() > 0 || cell.isCityUncrossed())) {
                for (Period period : periods) {
                    out.accept(
                            monthsKnown < quantile.window()
                                    ? insufficient(quantile.about(), period, cell, "all")
                                    : figure(quantile.about(), period, cell, numbers));
                }
            }
        });
    }

    /** The same where too few months are known to say anything. */
    <R extends TrueRow> void addInsufficient(TrueIndicator<R> indicator, Map<Cell, List<R>> cells, Period period) {
        cells.forEach((cell, rows) -> {
            if (!hasBreakdown(indicator, cell)) {
                return;
            }
            for (Numbers numbers : CellNumbers.of(indicator, rows, List.of())) {
                if (!numbers.isZero() || cell.isCityUncrossed()) {
                    out.accept(insufficient(indicator.about(), period, cell, numbers.category()));
                }
            }
        });
    }

    private static boolean hasBreakdown(TrueIndicator<?> indicator, Cell cell) {
        return cell.breakdown().equals(Cell.NO_BREAKDOWN)
                || indicator.breakdowns().contains(cell.breakdown());
    }

    private static TrueFigure figure(TrueIndicator.About about, Period period, Cell cell, Numbers numbers) {
        String status = status(about, numbers);
        boolean hasRates = !numbers.isCount() && numbers.denominator() != 0;
        boolean isConfidential = !numbers.reason().isEmpty();
        return new TrueFigure(
                about.id(),
                nullable(about.duty()),
                period.type(),
                period.label(),
                period.from(),
                period.to(),
                period.last().atEndOfMonth(),
                cell.scheme(),
                cell.level(),
                cell.place(),
                cell.breakdown(),
                cell.value(),
                numbers.category(),
                numbers.numerator(),
                numbers.isCount() ? null : numbers.denominator(),
                numbers.isOpen() ? null : value(numbers, about.per()),
                hasRates ? rate(numbers.bounds().map(Interval::lower), numbers, about.per()) : null,
                hasRates ? rate(numbers.bounds().map(Interval::upper), numbers, about.per()) : null,
                about.unit(),
                nullable(about.target()),
                status,
                numbers.persons(),
                numbers.employers(),
                isConfidential ? "confidential" : "open",
                isConfidential ? numbers.reason() : null);
    }

    private static TrueFigure figure(
            TrueIndicator.About about, Period period, Cell cell, TrueQuantile.Numbers numbers) {
        String reason = Protection.reason(numbers, about.counted());
        return new TrueFigure(
                about.id(),
                nullable(about.duty()),
                period.type(),
                period.label(),
                period.from(),
                period.to(),
                period.last().atEndOfMonth(),
                cell.scheme(),
                cell.level(),
                cell.place(),
                cell.breakdown(),
                cell.value(),
                "all",
                null,
                numbers.rows(),
                numbers.value().isPresent() ? (double) numbers.value().getAsLong() : null,
                null,
                null,
                about.unit(),
                nullable(about.target()),
                numbers.rows() == 0 ? "no_denominator" : "ok",
                numbers.persons(),
                numbers.employers(),
                reason.isEmpty() ? "open" : "confidential",
                reason.isEmpty() ? null : reason);
    }

    private static TrueFigure insufficient(TrueIndicator.About about, Period period, Cell cell, String category) {
        return new TrueFigure(
                about.id(),
                nullable(about.duty()),
                period.type(),
                period.label(),
                period.from(),
                period.to(),
                period.last().atEndOfMonth(),
                cell.scheme(),
                cell.level(),
                cell.place(),
                cell.breakdown(),
                cell.value(),
                category,
                null,
                null,
                null,
                null,
                null,
                about.unit(),
                nullable(about.target()),
                "insufficient_history",
                null,
                null,
                "open",
                null);
    }

    private static String status(TrueIndicator.About about, Numbers numbers) {
        if (numbers.isCount()) {
            return "ok";
        }
        if (numbers.denominator() == 0) {
            return "no_denominator";
        }
        if (numbers.isOpen()) {
            return "bounds";
        }
        return about.unit().equals("rate") && numbers.numerator() > numbers.denominator() ? "over_100" : "ok";
    }

    private static @Nullable Double value(Numbers numbers, long per) {
        if (numbers.isCount()) {
            return (double) numbers.numerator();
        }
        return rate(Optional.of(numbers.numerator()), numbers, per);
    }

    private static @Nullable Double rate(Optional<Long> numerator, Numbers numbers, long per) {
        return numerator.isEmpty() || numbers.denominator() == 0
                ? null
                : (double) (numerator.get() * per) / numbers.denominator();
    }

    private static <T> @Nullable T nullable(Optional<T> value) {
        return value.isPresent() ? value.get() : null;
    }
}
