package org.zhigong.ingest.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhigong.ingest.contract.Advice;
import org.zhigong.ingest.contract.ContractColumn;
import org.zhigong.ingest.contract.Label;
import org.zhigong.ingest.read.OriginalCell;

/** What the deliverer should do about a row: the advice on each reason, and what has to be typed. */
final class RowAdvice {

    private static final Label WITHDRAW = new Label("测试数据请选“撤回”。", "Test data: choose 撤回 (withdraw).");
    private static final Label CHOOSE = new Label(
            "同键只留一行：正确的选“更正”，其余选“撤回”。",
            "Keep one of the rows with this key: 更正 (correct) for the right one, 撤回 (withdraw) for the others.");
    private static final Label ALL =
            new Label("该行无法拆分，请按原件逐格填写。", "The row could not be taken apart: type all its cells from the original.");

    private RowAdvice() {}

    /** It in both languages, a line each. */
    static String on(OpenRow row, List<ContractColumn> columns, Advice advice) {
        List<Label> parts = new ArrayList<>();
        row.findings().stream().map(OpenRow.Finding::code).distinct().forEach(code -> parts.add(about(code, advice)));
        toType(row, columns).ifPresent(parts::add);
        return parts.stream().map(Label::zh).collect(Collectors.joining()) + "\n"
                + parts.stream().map(Label::en).collect(Collectors.joining(" "));
    }

    // In a workbook a row is taken back or chosen by a word; in a file it is removed.
    private static Label about(String code, Advice advice) {
        return switch (code) {
            case "TEST_ROWS" -> WITHDRAW;
            case "DUP_KEY_DIFF" -> CHOOSE;
            default -> advice.on(code);
        };
    }

    private static Optional<Label> toType(OpenRow row, List<ContractColumn> columns) {
        if (row.cells().isEmpty()) {
            return Optional.of(ALL);
        }
        List<ContractColumn> toType =
                columns.stream().filter(column -> mustBeTyped(row, column)).toList();
        if (toType.isEmpty()) {
            return Optional.empty();
        }
        String zh = toType.stream().map(column -> column.label().zh()).collect(Collectors.joining("、"));
        String en = toType.stream().map(ContractColumn::name).collect(Collectors.joining(", "));
        return Optional.of(new Label("请按原件填写：%s。".formatted(zh), "Type from the original: %s.".formatted(en)));
    }

    /** Whether a row counts only once something is typed for {@code column}. */
    static boolean mustBeTyped(OpenRow row, ContractColumn column) {
        if (row.isWrong(column.name())) {
            return true;
        }
        boolean isMasked =
                row.cell(column.name()).filter(cell -> !cell.isWhole()).isPresent();
        boolean isMissing = row.cell(column.name())
                .map(OriginalCell::shown)
                .filter(column.missing()::contains)
                .isPresent();
        return isMasked && !isMissing && !column.kept().isEmpty();
    }
}
