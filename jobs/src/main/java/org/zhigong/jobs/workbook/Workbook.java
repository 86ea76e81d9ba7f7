package org.zhigong.jobs.workbook;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.zhigong.marts.release.ReleaseTitle;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.Engine;

/**
 * The workbook of a release. Its size depends on how many indicators, districts and deliverers there are, never on how
 * many streets or months: those are left to Parquet. The same release gives the same bytes.
 */
public final class Workbook {

    /** What it is called in the folder of a release. */
    public static final String FILE = "workbook.xlsx";

    private Workbook() {}

    /**
     * Writes the workbook of {@code release} as {@code file}.
     *
     * @param engine the released tables; nothing else is read
     */
    public static void write(Engine engine, ReleaseTitle release, Path file) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
                XlsxFile workbook = new XlsxFile(
                        out,
                        (release.notice() + " Zhigong " + release.id()).strip(),
                        release.closing().atEndOfMonth())) {
            AboutSheet.write(release, workbook);
            Labels labels = new Labels(engine);
            FigureSheets.newest().write(engine, release.notice(), workbook, labels::addTo);
            MonthsSheet.write(engine, labels, release.closing(), release.notice(), workbook);
            FigureSheets.groups().write(engine, release.notice(), workbook, labels::addTo);
            for (TableSheet sheet : List.of(
                    BookSheets.definitions(),
                    BookSheets.deliveries(release.closing()),
                    BookSheets.quarantine(release.closing()))) {
                sheet.write(engine, release.notice(), workbook, row -> {});
            }
        } catch (IOException e) {
            throw AtomicFiles.failed("write", file, e);
        }
    }
}
