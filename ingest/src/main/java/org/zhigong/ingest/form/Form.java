package org.zhigong.ingest.form;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** In what form a file is delivered. Its first bytes tell, and what stands in its container; its name never does. */
public enum Form {
    /** Delimited text in any encoding. */
    TEXT("分隔文本", "delimited text", "csv", "tsv", "txt", "dat"),
    /** A workbook as spreadsheets write it since 2007. */
    XLSX(".xlsx 工作簿", "an .xlsx workbook", "xlsx", "xlsm"),
    /** A workbook as spreadsheets wrote it before. */
    XLS(".xls 工作簿", "an .xls workbook", "xls"),
    /** A page with a table, as web systems export it, often under the name of a workbook. */
    HTML("HTML 表格", "an HTML table", "html", "htm"),
    /** A JSON object a line, or an array of objects. */
    JSON("JSON", "JSON", "json", "jsonl", "ndjson"),
    /** A zip archive of delivered files. */
    ARCHIVE("zip 压缩包", "a zip archive", "zip");

    private final String zh;
    private final String en;
    private final String extensions;

    Form(String zh, String en, String... extensions) {
        this.zh = zh;
        this.en = en;
        this.extensions = " " + String.join(" ", extensions) + " ";
    }

    /**
     * The form of {@code file}.
     *
     * @param start its first bytes
     * @throws RejectedFile if it is none of these, protected by a password or with macros
     */
    public static Form of(Path file, Start start) throws IOException, RejectedFile {
        if (start.hasBytes('P', 'K', 3, 4) || start.hasBytes('P', 'K', 5, 6)) {
            return Container.ofZip(file);
        }
        if (start.hasBytes(0xD0, 0xCF, 0x11, 0xE0)) {
            return Container.ofOle(file);
        }
        Optional<Foreign> foreign = FOREIGN.stream()
                .filter(other -> start.hasBytes(other.bytes().chars().toArray()))
                .findFirst();
        if (foreign.isPresent()) {
            throw unknown(foreign.get().zh(), foreign.get().en());
        }
        return ofText(start.text().stripLeading());
    }

    private static Form ofText(String text) throws RejectedFile {
        String lower = text.toLowerCase(Locale.ROOT);
        if (text.startsWith("<")) {
            if (lower.contains("urn:schemas-microsoft-com:office:spreadsheet") && lower.contains("<workbook")) {
                throw unknown("XML 电子表格（2003）", "an XML spreadsheet of 2003");
            }
            return lower.contains("<table") || lower.contains("<html") ? HTML : TEXT;
        }
        if (lower.startsWith("mime-version:")) {
            throw unknown("MHTML 网页", "an MHTML page");
        }
        boolean isArray =
                text.startsWith("[") && text.substring(1).stripLeading().startsWith("{");
        return text.startsWith("{") || isArray ? JSON : TEXT;
    }

    /** Whether a file called {@code name} is usually of this form; a name that tells nothing fits any. */
    public boolean fits(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        boolean isOther = List.of(values()).stream().anyMatch(form -> form != this && form.isCalled(extension));
        return isCalled(extension) || !isOther;
    }

    private boolean isCalled(String extension) {
        return extensions.contains(" " + extension + " ");
    }

    /** What people call it. */
    String zh() {
        return zh;
    }

    /** What people call it. */
    String en() {
        return en;
    }

    static RejectedFile unknown(String zh, String en) {
        return RejectedFile.of(
                "FORM_UNKNOWN",
                "文件内容是%s，无法读取。请另存为 .xlsx 或 CSV（UTF-8）后报送。".formatted(zh),
                "The content is %s, which is not read here. Save it as .xlsx or as CSV (UTF-8) and deliver that."
                        .formatted(en));
    }

    private record Foreign(String zh, String en, String bytes) {}

    private static final List<Foreign> FOREIGN = List.of(
            new Foreign("gzip 压缩文件", "a gzip archive", "\37\213"),
            new Foreign("PDF 文件", "a PDF document", "%PDF"),
            new Foreign("RAR 压缩包", "a RAR archive", "Rar!"),
            new Foreign("7z 压缩包", "a 7z archive", "7z\274\257"),
            new Foreign("图片", "a picture", "\211PNG"),
            new Foreign("图片", "a picture", "\377\330\377"),
            new Foreign("Excel 4 以前的工作簿", "a workbook of Excel 4 or older", "\11\0\4\0"),
            new Foreign("Excel 4 以前的工作簿", "a workbook of Excel 4 or older", "\11\2\6\0"),
            new Foreign("Excel 4 以前的工作簿", "a workbook of Excel 4 or older", "\11\4\6\0"));
}
