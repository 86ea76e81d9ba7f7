package org.zhigong.ingest.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.openxml4j.opc.internal.PackagePropertiesPart;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes workbooks whose bytes depend on what stands in them, and not on when they are written. */
public final class TimelessWorkbook {

    /** The first moment that a zip file can state. */
    private static final LocalDateTime BEGINNING = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final Date CREATED = Date.from(Instant.EPOCH);

    private TimelessWorkbook() {}

    /** Writes {@code book} to {@code out}, which stays open. */
    public static void write(XSSFWorkbook book, OutputStream out) throws IOException {
        write(book, book, out);
    }

    /** Writes {@code book}, of which few rows are in memory, to {@code out}, which stays open. */
    public static void write(SXSSFWorkbook book, OutputStream out) throws IOException {
        write(book, book.getXSSFWorkbook(), out);
    }

    private static void write(Workbook book, XSSFWorkbook about, OutputStream out) throws IOException {
        PackagePropertiesPart core = about.getProperties().getCoreProperties().getUnderlyingProperties();
        core.setCreatedProperty(Optional.of(CREATED));
        core.setModifiedProperty(Optional.of(CREATED));
        core.setCreatorProperty("zhigong");
        // With the library's times, and of a size that it does not know before the end.
        Path timed = Files.createTempFile("zhigong", ".xlsx");
        try {
            try (OutputStream file = Files.newOutputStream(timed)) {
                book.write(file);
            }
            copy(timed, out);
        } finally {
            Files.delete(timed);
        }
    }

    private static void copy(Path timed, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        try (ZipFile in = new ZipFile(timed.toFile())) {
            for (ZipEntry entry : in.stream().toList()) {
                ZipEntry same = new ZipEntry(entry.getName());
                same.setTimeLocal(BEGINNING);
                zip.putNextEntry(same);
                try (InputStream part = in.getInputStream(entry)) {
                    part.transferTo(zip);
                }
                zip.closeEntry();
            }
        }
        zip.finish();
    }
}
