package org.zhigong.jobs.city.write;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.zhigong.jobs.city.feed.DeliveryForm;
import org.zhigong.jobs.city.feed.FeedRow;

/** Writes the rows of one file in the form that it is delivered in, and counts its lines. */
abstract class RowWriter implements AutoCloseable {

    private final FileForm form;
    private final TextCells texts = new TextCells();

    RowWriter(FileForm form) {
        this.form = form;
    }

    /** Opens the file called {@code name} in {@code folder}. */
    static RowWriter open(Path folder, String name, FileForm form) {
        Path file = folder.resolve(DeliveryForm.onDisk(name));
        return switch (DeliveryForm.ofName(name)) {
            case TEXT -> new LineWriter(file, form);
            case WORKBOOK -> new WorkbookWriter(file, form);
            case PAGE -> new PageWriter(file, form);
            case JSON_LINES -> new ObjectWriter(file, form);
            case ARCHIVE -> PackedWriter.open(file, DeliveryForm.inArchive(name), form);
        };
    }

    final FileForm form() {
        return form;
    }

    /** The line, or the row of the sheet, that was written last. */
    abstract long line();

    /** What the form itself brings along, as codes of what ingest finds. */
    List<String> codes() {
        return List.of();
    }

    /** Titles and header, where the file has them. */
    void head() {
        form.titles().forEach(this::literally);
        if (!form.isHeaderless()) {
            header();
        }
    }

    abstract void header();

    /** A row as it is. */
    void row(FeedRow row, long number) {
        cells(texts(row, number));
    }

    /** The texts of a row, in the usual order of columns, to be changed and given to {@link #cells(List)}. */
    final List<String> texts(FeedRow row, long number) {
        RowCells.write(row, number, texts);
        return texts.take();
    }

    /** A row of texts in the usual order of columns, perhaps with one too many. */
    final void cells(List<String> cells) {
        boolean isWhole = cells.size() == form.header().size();
        cells(isWhole ? form.order().stream().map(cells::get).toList() : cells, form.charset());
    }

    /** A row of texts as they are, in an encoding that need not be the file's. */
    abstract void cells(List<String> cells, Charset charset);

    /** A line with one text; blank if that is. */
    abstract void literally(String text);

    /** The start of a line that never ends, where the form has lines. */
    void cut(List<String> cells) {}

    @Override
    public abstract void close();
}
