package org.zhigong.jobs.briefing;

import com.openhtmltopdf.extend.FSUriResolver;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.zhigong.warehouse.AtomicFiles;

/** Pages of a briefing as PDF, with its font inside. The same pages and font give the same bytes. */
final class Pdf {

    private Pdf() {}

    /**
     * Writes {@code pages} as {@code file}.
     *
     * @param pages well-formed HTML that refers to nothing outside
     * @param closing the month whose end the file states as its date
     */
    static void write(String pages, YearMonth closing, ChineseFont font, Path file) {
        XRLog.setLoggingEnabled(false);
        FSUriResolver nothing = (base, uri) -> null;
        try (OutputStream out = Files.newOutputStream(file);
                PDDocument document = new PDDocument()) {
            PDType0Font embedded = font.load(document);
            PdfRendererBuilder builder = new PdfRendererBuilder()
                    .usePDDocument(document)
                    .useUriResolver(nothing)
                    .useSVGDrawer(new BatikSVGDrawer())
                    .useFont(new PDFontSupplier(embedded), ChineseFont.FAMILY, 400, FontStyle.NORMAL, true)
                    .withHtmlContent(pages, null)
                    .toStream(out);
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.layout();
                renderer.createPDFWithoutClosing();
                // The writer has put the hour into it.
                document.setDocumentId(pages.hashCode() & 0xffffffffL);
                document.getDocumentInformation().setCreationDate(endOf(closing));
                document.getDocumentInformation().setModificationDate(endOf(closing));
                document.save(out);
            }
        } catch (IOException e) {
            throw AtomicFiles.failed("write", file, e);
        }
    }

    private static Calendar endOf(YearMonth month) {
        Calendar day = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC));
        day.setTimeInMillis(
                month.atEndOfMonth().atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli());
        return day;
    }
}
