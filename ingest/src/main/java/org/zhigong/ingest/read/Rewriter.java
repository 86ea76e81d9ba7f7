package org.zhigong.ingest.read;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zhigong.ingest.contract.Contract;
import org.zhigong.ingest.contract.ContractColumn;
import org.zhigong.ingest.form.OwnerOnly;
import org.zhigong.ingest.form.Records;
import org.zhigong.ingest.form.RejectedFile;
import org.zhigong.ingest.form.TextRecord;
import org.zhigong.ingest.form.TextRecord.Flaw;

/**
 * The careful way: brings a file that is not plain into a plain file of the same rows, each with the place where it
 * stands and what is wrong with its form. It streams: its memory does not depend on the size of the file.
 */
final class Rewriter {

    private final Contract contract;
    private final Layout layout;
    private final DropRules drops;
    private final List<Integer> filled;
    private final Map<String, Long> notes = new TreeMap<>();
    private final String[] above;
    private final StringBuilder out = new StringBuilder();
    private String sheet = "";
    private long rows;
    private long lastLine;
    private boolean isLastShort;

    private Rewriter(Layout layout, Contract contract, DropRules drops) {
        this.contract = contract;
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
     * @param lastLine the place of the last one
     * @param notes what was put right, by code
     */
    record Rewritten(long rows, long lastLine, Map<String, Long> notes) {}

    /**
     * Writes {@code tables} in plain form to {@code target}, which only its owner may read and the caller deletes.
     *
     * @throws RejectedFile if the file is cut off or damaged
     */
    static Rewritten write(Tables tables, Arrangement arrangement, Contract contract, DropRules drops, Path target)
            throws IOException, RejectedFile {
        Rewriter rewriter = new Rewriter(arrangement.layout(), contract, drops);
        try (BufferedWriter writer = ownerOnly(target)) {
            for (Placed table : arrangement.tables()) {
                rewriter.table(tables, table, writer);
            }
        }
        return new Rewritten(rewriter.rows, rewriter.lastLine, rewriter.notes);
    }

    private void table(Tables tables, Placed table, BufferedWriter writer) throws IOException, RejectedFile {
        sheet = table.name();
        Arrays.fill(above, null);
        isLastShort = false;
        boolean isInPlace = table.isInPlace() && table.places().size() == layout.fields();
        Set<Integer> single = table.single(contract);
        try (Records records = tables.open(table.table(), table.layout().delimiter(), table.days(contract))) {
            for (int i = 0; i < table.layout().headerRows(); i++) {
                records.next();
            }
            records.expect(table.layout().fields());
            for (TextRecord record = records.next(); record != null; record = records.next()) {
                boolean isMerged = single.stream().anyMatch(records::isMerged);
                row(isInPlace ? record : placed(record, table), isMerged ? "MERGED_CELLS" : null);
                writer.append(out);
                out.setLength(0);
            }
            records.notes().forEach((code, count) -> notes.merge(code, count, Long::sum));
        }
        refuseShortEnd();
    }

    private TextRecord placed(TextRecord record, Placed table) {
        String[] cells = new String[layout.fields()];
        Arrays.fill(cells, "");
        for (int i = 0; i < record.fields().size() && i < table.places().size(); i++) {
            cells[table.places().get(i)] = record.fields().get(i);
        }
        return new TextRecord(record.line(), Arrays.asList(cells), record.flaw(), record.isTerminated());
    }

    private static BufferedWriter ownerOnly(Path target) throws IOException {
        OwnerOnly.file(target);
        return new BufferedWriter(
                new OutputStreamWriter(Files.newOutputStream(target, StandardOpenOption.WRITE), StandardCharsets.UTF_8),
                1 << 16);
    }

    private void row(TextRecord record, @Nullable String flaw) throws RejectedFile {
        rows++;
        lastLine = record.line();
        isLastShort = false;
        switch (record.flaw()) {
            case NONE -> fields(record, flaw);
            case STRAY_QUOTE -> {
                count("BAD_QUOTE");
                fields(record, flaw);
            }
            case BAD_QUOTE -> append(List.of(), record.line(), "BAD_QUOTE");
            case UNREADABLE -> append(List.of(), record.line(), "ENC_MIXED");
            case NO_OBJECT -> append(List.of(), record.line(), "JSON_INVALID");
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
        field(sheet);
        out.append(',').append(line).append(',');
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
