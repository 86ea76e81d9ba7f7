package org.zhigong.ingest.repair;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellReference;
import org.zhigong.ingest.contract.Advice;
import org.zhigong.ingest.contract.ColumnKind;
import org.zhigong.ingest.contract.Contract;
import org.zhigong.ingest.contract.ContractColumn;
import org.zhigong.ingest.read.OriginalCell;

/**
 * The sheet of one feed: where in it what stands. A row is a number, its position and reasons, what to do, the decision
 * on it, and for each column of the contract the original and beside it the cell for the corrected value.
 */
final class FeedSheet {

    /** The place of the first row of data, from 0: a title and two rows of header stand above. */
    static final int FIRST_ROW = 3;

    /** The place of the column that says what is to become of a row, from 0. */
    static final int DECISION = 7;

    private static final List<String> POSITION_ZH = List.of("序号", "文件", "工作表", "行号", "原因代码", "原因", "怎么办", "处理");
    private static final List<String> POSITION_EN =
            List.of("No.", "file", "sheet", "line", "reason code", "reason", "what to do", "decision");

    private final Contract contract;
    private final List<ContractColumn> columns;
    private final Advice advice;

    FeedSheet(Contract contract, Advice advice) {
        this.contract = contract;
        this.columns = columns(contract);
        this.advice = advice;
    }

    private static List<ContractColumn> columns(Contract contract) {
        return contract.columns().stream()
                .filter(column -> column.kind() != ColumnKind.IGNORED)
                .toList();
    }

    /** Where corrected values go, as letters, by the names of the columns of {@code contract}. */
    static Map<String, String> letters(Contract contract) {
        Map<String, String> letters = new LinkedHashMap<>();
        columns(contract)
                .forEach(column -> letters.put(
                        column.name(), CellReference.convertNumToColString(DECISION + 2 + 2 * letters.size())));
        return letters;
    }

    String feed() {
        return contract.feed();
    }

    /** The name of the sheet. */
    String name() {
        return contract.feed();
    }

    List<ContractColumn> columns() {
        return columns;
    }

    int width() {
        return DECISION + 1 + 2 * columns.size();
    }

    /** Where the original of a column stands, from 0. */
    int original(int column) {
        return DECISION + 1 + 2 * column;
    }

    /** Where the corrected value of a column goes, from 0. */
    int corrected(int column) {
        return original(column) + 1;
    }

    /** Whether the deliverer may write at {@code place}. */
    boolean isEditable(int place) {
        return place >= DECISION && (place - DECISION) % 2 == 0;
    }

    /** The title and the two rows of header. */
    List<List<String>> header(String deliverer) {
        List<String> title =
                new ArrayList<>(List.of("%s %s · 报送单位 %s · 只填有色单元格，其余勿动 / deliverer %s · write in coloured cells only"
                        .formatted(feed(), contract.label().zh(), deliverer, deliverer)));
        List<String> upper = new ArrayList<>(POSITION_ZH);
        List<String> lower = new ArrayList<>(POSITION_EN);
        for (ContractColumn column : columns) {
            String mandatory = column.isRequired() ? " *" : "";
            upper.add("%s %s%s".formatted(column.label().zh(), column.label().en(), mandatory));
            upper.add("");
            lower.add("原值 original");
            lower.add("更正 corrected");
        }
        while (title.size() < upper.size()) {
            title.add("");
        }
        return List.of(title, upper, lower);
    }

    /** The texts of a row; cells for the deliverer to write in are empty. */
    List<String> texts(OpenRow row, int number) {
        List<String> texts = new ArrayList<>(List.of(
                String.valueOf(number),
                row.origin().file(),
                row.sheet(),
                String.valueOf(row.line()),
                row.codes(),
                reasons(row),
                RowAdvice.on(row, columns, advice),
                ""));
        for (ContractColumn column : columns) {
            texts.add(row.cell(column.name()).map(OriginalCell::shown).orElse(""));
            texts.add("");
        }
        return texts;
    }

    private String reasons(OpenRow row) {
        Map<String, String> labels = new LinkedHashMap<>();
        columns.forEach(column -> labels.put(column.name(), column.label().zh()));
        List<String> lines = new ArrayList<>();
        for (OpenRow.Finding finding : row.findings()) {
            String column = labels.getOrDefault(finding.column(), "");
            lines.add("%s%s / %s%s"
                    .formatted(
                            column.isEmpty() ? "" : column + "：",
                            finding.words().zh(),
                            finding.column().isEmpty() ? "" : finding.column() + ": ",
                            finding.words().en()));
        }
        return String.join("\n", lines);
    }
}
