package org.zhigong.jobs.city.plant;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.zhigong.jobs.city.feed.FeedRow;
import org.zhigong.jobs.city.feed.PlantedDefect.Outcome;

/**
 * A way in which a row can be wrong.
 *
 * @param mark what it is called and what becomes of it
 * @param suits whether a row can be wrong in this way
 * @param lines the lines to write instead of the row; none if the row is left out
 */
record RowDefect(Mark mark, Predicate<FeedRow> suits, Function<FeedRow, List<Line>> lines) {

    /** A cell written in another form; the row means what it meant. */
    static RowDefect normalised(String code, String column, Predicate<FeedRow> suits, UnaryOperator<String> form) {
        return changed(new Mark(code, Outcome.ACCEPTED_NORMALISED, column), suits, inCell(column, form), row -> row);
    }

    /** A row that is accepted, if in another sense than the true one. */
    static RowDefect flagged(
            String code, String column, Predicate<FeedRow> suits, Edit edit, UnaryOperator<FeedRow> understood) {
        return changed(new Mark(code, Outcome.FLAGGED, column), suits, edit, understood);
    }

    /** A row that cannot be used. */
    static RowDefect quarantined(String code, String column, Predicate<FeedRow> suits, Edit edit) {
        Mark mark = new Mark(code, Outcome.QUARANTINED, column);
        return new RowDefect(mark, suits, row -> List.of(new Line(row, null, mark, edit)));
    }

    static RowDefect changed(Mark mark, Predicate<FeedRow> suits, Edit edit, UnaryOperator<FeedRow> understood) {
        return new RowDefect(mark, suits, row -> List.of(new Line(row, understood.apply(row), mark, edit)));
    }

    /** A row that is another one than the true one, and accepted as such. */
    static RowDefect replaced(Mark mark, Predicate<FeedRow> suits, UnaryOperator<FeedRow> other) {
        return new RowDefect(mark, suits, row -> {
            FeedRow written = other.apply(row);
            return List.of(new Line(written, written, mark, null));
        });
    }

    /** The row, and a further one after it that is accepted by ingest. */
    static RowDefect added(Mark mark, Predicate<FeedRow> suits, UnaryOperator<FeedRow> other) {
        return new RowDefect(mark, suits, row -> {
            FeedRow written = other.apply(row);
            return List.of(Line.clean(row), new Line(written, written, mark, null));
        });
    }

    /** The row, and a further one of an employer whose code has a letter for a digit and stands in no register. */
    static RowDefect unproven(Predicate<FeedRow> suits, UnaryOperator<FeedRow> other) {
        Mark mark = new Mark("USCC_UNPROVEN", Outcome.SET_ASIDE, "employer_code");
        return new RowDefect(mark, suits, row -> {
            FeedRow written = other.apply(row);
            return List.of(
                    Line.clean(row), new Line(written, written, mark, inCell("employer_code", Forms::lookalike)));
        });
    }

    /** The same line twice, of which one is dropped. */
    static RowDefect repeated(Predicate<FeedRow> suits) {
        Mark mark = new Mark("DUP_EXACT", Outcome.DROPPED, null);
        return new RowDefect(mark, suits, row -> List.of(Line.clean(row), new Line(row, null, mark, null)));
    }

    static Edit inCell(String column, UnaryOperator<String> form) {
        return row -> row.set(column, form.apply(row.get(column)));
    }

    static Edit to(String column, String text) {
        return row -> row.set(column, text);
    }

    /**
     * The first row of a file that may be wrong in this way: lost rows must stay a small share of the file, and damaged
     * document numbers a smaller one.
     */
    int earliest() {
        if (!isQuarantining()) {
            return 1;
        }
        return mark.code().equals("ID_PRECISION_LOST") ? 120 : 44;
    }

    boolean isQuarantining() {
        return mark.outcome() == Outcome.QUARANTINED;
    }
}
