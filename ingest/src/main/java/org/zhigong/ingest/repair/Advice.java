package org.zhigong.ingest.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.zhigong.ingest.contract.ContractColumn;
import org.zhigong.ingest.contract.Label;
import org.zhigong.ingest.read.OriginalCell;

/** What the deliverer should do about a row, in one or two sentences. */
final class Advice {

    private Advice() {}

    record Sentences(String zh, String en) {
        String both() {
            return zh + "\n" + en;
        }
    }

    static Sentences on(OpenRow row, List<ContractColumn> columns) {
        List<Label> parts = new ArrayList<>();
        switch (row.codes()) {
            case "TEST_ROWS" -> parts.add(new Label("测试数据请选“撤回”。", "Test data: choose 撤回 (withdraw)."));
            case "DUP_KEY_DIFF" ->
                parts.add(
                        new Label(
                                "同键只留一行：正确的选“更正”，其余选“撤回”。",
                                "Keep one of the rows with this key: 更正 (correct) for the right one, 撤回 (withdraw) for the others."));
            default -> {}
        }
        if (row.cells().isEmpty()) {
            parts.add(new Label(
                    "该行无法拆分，请按原件逐格填写。", "The row could not be taken apart: type all its cells from the original."));
        } else {
            mustType(row, columns).ifPresent(parts::add);
        }
        return new Sentences(
                parts.stream().map(Label::zh).collect(Collectors.joining()),
                parts.stream().map(Label::en).collect(Collectors.joining(" ")));
    }

    private static java.util.Optional<Label> mustType(OpenRow row, List<ContractColumn> columns) {
        List<ContractColumn> toType =
                columns.stream().filter(column -> mustBeTyped(row, column)).toList();
        if (toType.isEmpty()) {
            return row.codes().equals("DUP_KEY_DIFF")
                    ? java.util.Optional.empty()
                    : java.util.Optional.of(new Label("请改正有误的单元格。", "Correct the cells that are wrong."));
        }
        String zh = toType.stream().map(column -> column.label().zh()).collect(Collectors.joining("、"));
        String en = toType.stream().map(ContractColumn::name).collect(Collectors.joining(", "));
        return java.util.Optional.of(
                new Label("请按原件填写：%s。".formatted(zh), "Type from the original: %s.".formatted(en)));
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
