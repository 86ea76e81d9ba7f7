package org.zhigong.ingest.read;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zhigong.ingest.contract.Contract;
import org.zhigong.ingest.contract.ContractColumn;
import org.zhigong.ingest.read.TextRecord.Flaw;

/**
 * The careful way: brings a file that is text, but not plain, into a plain file of the same rows, each with its line
 * and what is wrong with its form. It streams: its memory does not depend on the size of the file.
 */
final class Rewriter {

    private final Layout layout;
    private final DropRules drops;
    private final List<Integer> filled;
    private final Map<String, Long> notes = new TreeMap<>();
    private final String[] above;
    private final StringBuilder out = new StringBuilder();
    private long rows;
    private boolean isLastShort;

    private Rewriter(Layout layout, Contract contract, DropRules drops) {
        this.layout = layout;
        this.drops = drops;
        this.filled = contract.columns().stream()
                .filter(ContractColumn::isMergeFilled)
                .map(column -> layout.positions().get(column.name()))
                .filter(position -> position != null)
                .toList();
        this.above = new String[layout.fields()];
    }

    /**
     * What was written.
     *
     * @param rows records after the header
     * @param notes what was put right, by code
     */
    record Rewritten(long rows, Map<String, Long> notes) {}

    /**
     * Writes {@code file} in plain form to {@code target}, which only its owner may read and the caller deletes.
     *
     * @throws RejectedFile with TRUNCATED or ENC_MOJIBAKE
     */
    static Rewritten write(Path file, Encoding encoding, Layout layout, Contract contract, DropRules drops, Path target)
            throws IOException, RejectedFile {
        Rewriter rewriter = new Rewriter(layout, contract, drops);
        try (TextRecords records = new TextRecords(List.of(), encoding.lines(file), layout.delimiter());
                BufferedWriter writer = ownerOnly(target)) {
            for (int i = 0; i < layout.headerRows(); i++) {
                records.next();
            }
            records.expect(layout.fields());
            for (TextRecord record = records.next(); record != null; record = records.next()) {
                rewriter.row(record);
                writer.append(rewriter.out);
                rewriter.out.setLength(0);
            }
        }
        rewriter.refuseShortEnd();
        return new Rewritten(rewriter.rows, rewriter.notes);
    }

    private static BufferedWriter ownerOnly(Path target) throws IOException {
        OwnerOnly.file(target);
        return new BufferedWriter(
                new OutputStreamWriter(Files.newOutputStream(target, StandardOpenOption.WRITE), StandardCharsets.UTF_8),
                1 << 16);
    }

    private void row(TextRecord record) throws RejectedFile {
        rows++;
        isLastShort = false;
        switch (record.flaw()) {
            case NONE -> fields(record, null);
            case STRAY_QUOTE -> {
                count("BAD_QUOTE");
                fields(record, null);
            }
            case BAD_QUOTE -> append(List.of(), record.line(), "BAD_QUOTE");
            case UNREADABLE -> append(List.of(), record.line(), "ENC_MIXED");
            case OPEN_AT_END -> throw truncated(record.line());
        }
    }

    private void fields(TextRecord record, @Nullable String flaw) throws RejectedFile {
        List<String> fields = record.fields();
        refuseLostCharacters(fields, record.line());
        int expected = layout.fields();
        boolean isTrailing =
                fields.size() == expected + 1 && fields.get(expected).isBlank();
        if (fields.size() == expected || isTrailing || record.isBlank()) {
            append(filled.isEmpty() ? fields : filledDown(fields), record.line(), flaw);
            return;
        }
        isLastShort = fields.size() < expected
                && !record.isTerminated()
                && record.flaw() == Flaw.NONE
                && drops.reason(fields) == null;
        append(fields, record.line(), "COLUMN_COUNT");
    }

    // A merged cell is written in its first row only.
    private List<String> filledDown(List<String> fields) {
        if (drops.reason(fields) != null) {
            return fields;
        }
        List<String> result = new ArrayList<>(fields);
        boolean isFilled = false;
        for (int position : filled) {
            String own = fields.get(position);
            String before = above[position];
            if (!own.isBlank()) {
                above[position] = own;
            } else if (before != null) {
                result.set(position, before);
                isFilled = true;
            }
        }
        if (isFilled) {
            count("MERGED_BODY");
        }
        return result;
    }

    private void append(List<String> fields, long line, @Nullable String flaw) {
        for (int i = 0; i < layout.fields(); i++) {
            if (i < fields.size()) {
                field(fields.get(i));
            }
            out.append(',');
        }
        out.append(line).append(',');
        if (flaw != null) {
            out.append(flaw);
        }
        out.append('\n');
    }

    private void field(String text) {
        boolean needsQuotes = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            needsQuotes |= c == ',' || c == '"' || c == '\n' || c == '\r';
        }
        if (needsQuotes) {
            // A line end inside a field would cost the engine its parallel reading; cleaning makes it a space anyway.
            out.append('"')
                    .append(text.replace("\"", "\"\"").replace('\n', ' ').replace('\r', ' '))
                    .append('"');
        } else {
            out.append(text.indexOf('\0') < 0 ? text : text.replace("\0", ""));
        }
    }

    private void count(String code) {
        notes.merge(code, 1L, Long::sum);
    }

    private static void refuseLostCharacters(List<String> fields, long line) throws RejectedFile {
        for (String field : fields) {
            if (field.indexOf('\uFFFD') >= 0 || field.contains("锟斤拷")) {
                throw RejectedFile.of(
                        "ENC_MOJIBAKE",
                        "第 %d 行有无法复原的乱码，说明导出前字符已丢失。请从原系统按 UTF-8 或 GB18030 重新导出。".formatted(line),
                        "Line %d holds characters that were lost before the file was written. Export it again from its"
                                        .formatted(line)
                                + " source, as UTF-8 or GB18030.");
            }
        }
    }

    private void refuseShortEnd() throws RejectedFile {
        if (isLastShort) {
            throw RejectedFile.of(
                    "TRUNCATED",
                    "最后一行不完整，文件传输中断。请重新传送。",
                    "The last line is cut off: the transfer of the file was cut short. Send it again.");
        }
    }

    private static RejectedFile truncated(long line) {
        return RejectedFile.of(
                "TRUNCATED",
                "第 %d 行的引号到文件末尾仍未闭合，文件不完整。请重新传送。".formatted(line),
                "The quote in line %d is still open where the file ends: the file was cut short. Send it again."
                        .formatted(line));
    }
}
