package org.zhigong.ingest.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellReference;
import org.zhigong.warehouse.DataException;

/**
 * A sheet of a workbook that came back.
 *
 * @param rows the texts of its rows, by their place from 0
 * @param formulas where it has formulas
 */
record ReturnedSheet(String name, Map<Integer, List<String>> rows, List<Place> formulas) {

    private static final int SHOWN = 5;

    /** A cell, from 0. */
    record Place(int row, int column) {

        String address() {
            return CellReference.convertNumToColString(column) + (row + 1);
        }
    }

    ReturnedSheet {
        rows = new TreeMap<>(rows);
        formulas = List.copyOf(formulas);
    }

    String text(int row, int column) {
        List<String> texts = rows.getOrDefault(row, List.of());
        return column < texts.size() ? texts.get(column) : "";
    }

    /** The texts of the cells that nobody may change, as {@link FeedSheet#texts} gives them. */
    List<String> locked(FeedSheet feed, int expected) {
        List<String> locked = new ArrayList<>();
        for (int row = 0; row < FeedSheet.FIRST_ROW + expected; row++) {
            for (int place = 0; place < feed.width(); place++) {
                boolean isData = row >= FeedSheet.FIRST_ROW;
                locked.add(isData && feed.isEditable(place) ? "" : text(row, place));
            }
        }
        return locked;
    }

    /** @throws DataException if rows were added, deleted or moved */
    void requireRows(int expected) {
        SortedSet<Integer> missing =
                new TreeSet<>(IntStream.rangeClosed(1, expected).boxed().toList());
        List<Integer> added = new ArrayList<>();
        boolean isMoved = false;
        for (int row : rows.keySet()) {
            boolean isBlank = rows.getOrDefault(row, List.of()).stream().allMatch(String::isEmpty);
            if (row < FeedSheet.FIRST_ROW || isBlank) {
                continue;
            }
            int number = number(text(row, 0));
            if (!missing.remove(number)) {
                added.add(row + 1);
            } else {
                isMoved |= number != row - FeedSheet.FIRST_ROW + 1;
            }
        }
        if (!added.isEmpty()) {
            throw Refusal.of(
                    "工作表 %s 多出第 %s 行，不是导出的行。请删除。新增的数据请作为文件另行报送。".formatted(name, shown(added)),
                    "Sheet %s has rows that were not exported: %s. Remove them; deliver new data as a file."
                            .formatted(name, shown(added)));
        }
        if (!missing.isEmpty()) {
            throw Refusal.of(
                    "工作表 %s 缺少序号 %s 的行。暂不更正的行请留空，不要删除。请重新导出或恢复。".formatted(name, shown(missing)),
                    "Sheet %s lacks the rows with No. %s. Leave rows for later empty and do not delete them: restore them, or export again."
                            .formatted(name, shown(missing)));
        }
        if (isMoved) {
            throw Refusal.of(
                    "工作表 %s 的行被移动或排序。请按“序号”恢复原顺序，并核对更正是否仍在各自的行。".formatted(name),
                    "The rows of sheet %s stand in another order. Sort them by No. again, and see that each correction is still in its row."
                            .formatted(name));
        }
    }

    /** @throws DataException naming the cells that differ from {@code expected} */
    void requireLocked(FeedSheet feed, List<String> expected) {
        List<String> found = locked(feed, expected.size() / feed.width() - FeedSheet.FIRST_ROW);
        List<String> changed = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            if (!found.get(i).equals(expected.get(i).strip())) {
                changed.add(new Place(i / feed.width(), i % feed.width()).address());
            }
        }
        if (!changed.isEmpty()) {
            throw Refusal.of(
                    "工作表 %s 中不可修改的单元格被改动：%s。请恢复原样，更正值只填在“更正”列。".formatted(name, shown(changed)),
                    "Cells of sheet %s that may not be changed were: %s. Put them back, and write corrections in the columns 'corrected'."
                            .formatted(name, shown(changed)));
        }
    }

    /** @throws DataException if a cell for a correction holds a formula */
    void refuseFormulas() {
        if (!formulas.isEmpty()) {
            List<String> places = formulas.stream().map(Place::address).toList();
            throw Refusal.of(
                    "工作表 %s 的 %s 是公式。请填写值本身。".formatted(name, shown(places)),
                    "Sheet %s has formulas in %s. Write the values themselves.".formatted(name, shown(places)));
        }
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    }

    private static String shown(java.util.Collection<?> all) {
        String some =
                String.join(", ", all.stream().limit(SHOWN).map(String::valueOf).toList());
        return all.size() > SHOWN ? some + " … (%d)".formatted(all.size()) : some;
    }
}
