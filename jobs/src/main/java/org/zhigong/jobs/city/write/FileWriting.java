package org.zhigong.jobs.city.write;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.city.feed.Delivery;
import org.zhigong.jobs.city.feed.DeliveryForm;
import org.zhigong.jobs.city.feed.Feed;
import org.zhigong.jobs.city.feed.PlantedDefect;
import org.zhigong.jobs.city.feed.PlantedDefect.Outcome;
import org.zhigong.jobs.city.feed.ReceiptRow;
import org.zhigong.jobs.city.plant.Edit;
import org.zhigong.jobs.city.plant.FilePlan;
import org.zhigong.jobs.city.plant.Line;
import org.zhigong.jobs.city.plant.Mark;
import org.zhigong.jobs.city.plant.RowText;
import org.zhigong.jobs.city.plant.Treatment;
import org.zhigong.warehouse.SetupException;

/** Writes one file as its plan says, and tells what is wrong with it. */
public final class FileWriting {

    private static final Charset GB18030 = Charset.forName("GB18030");

    /** The row after which blank lines and a repeated header stand. */
    private static final long INTERRUPTED_AFTER = 12;

    /** In a file that is bad throughout, one row in so many is. */
    private static final int BAD_EVERY = 8;

    private final FilePlan plan;
    private final FileForm form;
    private final RowWriter out;
    private final Delivery delivery;
    private final List<PlantedDefect> planted = new ArrayList<>();
    private long rows;
    private long sumFen;

    private FileWriting(Path inbox, FilePlan plan) {
        this.plan = plan;
        delivery = plan.delivery();
        DeliveryForm delivered = DeliveryForm.ofName(delivery.fileName());
        form = FileForm.of(delivery.feed(), plan.treatment(), delivered);
        out = RowWriter.open(inbox.resolve(delivery.feed().id()), delivery.fileName(), form);
    }

    /** Writes the file below {@code inbox}; gives what was planted in it, in order of lines. */
    public static List<PlantedDefect> write(Path inbox, FilePlan plan, RowSource source) {
        FileWriting writing = new FileWriting(inbox, plan);
        try (RowWriter out = writing.out) {
            writing.body(source, out);
            writing.logFile();
        }
        if (plan.delivery().feed() == Feed.RECEIPTS) {
            writing.control(inbox);
        }
        if (writing.rows == 0 && !plan.treatment().isRejected()) {
            // Nobody is to take a district that has nobody to report for one that forgot to.
            writing.beside(inbox, DeliveryForm.onDisk(plan.delivery().fileName()) + ".json", "{\"rows\": 0}\n");
        }
        return List.copyOf(writing.planted);
    }

    private void body(RowSource source, RowWriter out) {
        if (plan.treatment() == Treatment.OTHER_FEED) {
            otherFeed(source);
            return;
        }
        out.head();
        if (plan.treatment() != Treatment.EMPTY) {
            source.lines(plan, this::line, missing -> log(missing, null));
        }
        switch (plan.treatment()) {
            case TOTALS -> foot();
            case TRUNCATED -> out.cut(List.of("0", "断"));
            default -> {
                // Who fills in a workbook adds up below.
                if (rows > 0 && DeliveryForm.ofName(delivery.fileName()) == DeliveryForm.WORKBOOK) {
                    foot();
                }
            }
        }
    }

    private void line(Line line) {
        rows++;
        if (line.written() instanceof ReceiptRow receipt) {
            sumFen += receipt.amountFen();
        }
        switch (plan.treatment()) {
            case EXTRA, MOJIBAKE, MIXED, BAD_ROWS, OTHER_PERIOD -> damaged(line);
            default -> usual(line);
        }
        Mark mark = line.mark();
        if (mark != null) {
            log(mark, out.line());
        }
        if (plan.treatment() == Treatment.BLANKS && rows == INTERRUPTED_AFTER) {
            interrupt();
        }
    }

    private void usual(Line line) {
        Edit edit = line.edit();
        if (edit == null) {
            out.row(line.written(), rows);
        } else {
            out.cells(edited(line, edit));
        }
    }

    private List<String> edited(Line line, @Nullable Edit edit) {
        List<String> cells = out.texts(line.written(), rows);
        if (edit != null) {
            edit.apply(new RowText(Columns.names(delivery.feed()), cells));
        }
        return cells;
    }

    private void damaged(Line line) {
        List<String> cells = edited(line, line.edit());
        List<String> names = Columns.names(delivery.feed());
        switch (plan.treatment()) {
            case EXTRA -> cells.add("合成");
            case MOJIBAKE -> cells.set(names.indexOf("name"), "\uFFFD\uFFFD");
            case BAD_ROWS ->
                cells.set(names.indexOf("doc_no"), rows % BAD_EVERY == 0 ? "不详号码" : cells.get(names.indexOf("doc_no")));
            case OTHER_PERIOD ->
                cells.set(
                        names.indexOf("report_month"),
                        delivery.period().minusMonths(1).toString());
            default -> {
                // the encoding is what is wrong
            }
        }
        boolean isForeign = plan.treatment() == Treatment.MIXED && rows % 2 == 0;
        out.cells(cells, isForeign ? GB18030 : form.charset());
    }

    private void interrupt() {
        out.literally("");
        log(new Mark("BLANK_LINES", Outcome.DROPPED, null), out.line());
        out.header();
        log(new Mark("REPEATED_HEADER", Outcome.DROPPED, null), out.line());
    }

    private void foot() {
        out.cells(padded("合计", Long.toString(rows)), form.charset());
        log(new Mark("TOTALS_ROW", Outcome.DROPPED, null), out.line());
        out.cells(padded("制表人：合成"), form.charset());
        log(new Mark("FOOTER", Outcome.DROPPED, null), out.line());
    }

    private List<String> padded(String... first) {
        List<String> cells = new ArrayList<>(List.of(first));
        while (cells.size() < form.header().size()) {
            cells.add("");
        }
        return cells;
    }

    private void otherFeed(RowSource source) {
        Feed other = delivery.feed() == Feed.UNIONS ? Feed.COVERED_UNITS : Feed.UNIONS;
        out.cells(Columns.headers(other), form.charset());
        source.linesOf(other, plan, line -> {
            rows++;
            out.cells(out.texts(line.written(), rows), form.charset());
        });
    }

    /** What is wrong with the file as a whole. */
    private void logFile() {
        boolean isAgain = delivery.fate() == Delivery.Fate.DUPLICATE;
        if (isAgain) {
            planted.clear();
            log(new Mark("DUPLICATE_FILE", Outcome.DUPLICATE, null), null);
        } else if (plan.treatment().isRejected()) {
            log(new Mark(plan.treatment().code(), Outcome.REJECTED, null), null);
        } else {
            out.codes().forEach(code -> log(new Mark(code, Outcome.ACCEPTED_NORMALISED, null), null));
            logTreatment();
        }
    }

    private void logTreatment() {
        if (plan.treatment() != Treatment.ALIAS || delivery.feed() == Feed.MEMBERS) {
            // The English names that other feeds use instead are no aliases.
            switch (plan.treatment()) {
                case PLAIN, TWICE, TOTALS, BLANKS -> {
                    // nothing of its own, or logged line by line
                }
                case EXTRA, MISSING_OPTIONAL -> log(new Mark(plan.treatment().code(), Outcome.FLAGGED, null), null);
                default -> log(new Mark(plan.treatment().code(), Outcome.ACCEPTED_NORMALISED, null), null);
            }
            if (plan.treatment() == Treatment.UTF16) {
                log(new Mark("DELIMITER", Outcome.ACCEPTED_NORMALISED, null), null);
            }
        }
    }

    private void log(Mark mark, @Nullable Long line) {
        planted.add(new PlantedDefect(
                delivery.feed().id(), delivery.fileName(), line, mark.code(), mark.outcome(), mark.column()));
    }

    private void control(Path inbox) {
        String name = delivery.fileName().replace(".txt", ".ctl");
        long stated = plan.treatment() == Treatment.CONTROL ? sumFen + 700 : sumFen;
        String sum = BigDecimal.valueOf(stated, 2).toPlainString();
        beside(inbox, name, rows + "|" + sum + "\n");
    }

    private void beside(Path inbox, String name, String text) {
        Path file = file(inbox, delivery, name);
        try {
            Files.writeString(file, text, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new SetupException("Cannot write %s: %s; choose a folder that can be written".formatted(file, e), e);
        }
    }

    private static Path file(Path inbox, Delivery delivery, String name) {
        return inbox.resolve(delivery.feed().id()).resolve(name);
    }
}
