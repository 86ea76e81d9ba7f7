package org.zhigong.marts.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhigong.marts.release.DictionaryTable.Field;
import org.zhigong.transform.Label;
import org.zhigong.transform.Model;
import org.zhigong.transform.ModelColumn;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.ColumnType;
import org.zhigong.warehouse.SetupException;
import org.zhigong.warehouse.SmallTable;

/**
 * What the figures of a release mean, as tables in the release itself: its indicators, places and breakdowns, the feeds
 * behind it, and every column of every table on the way.
 *
 * @param indicators the indicators of the release
 * @param feeds the contracts
 * @param feedColumns their columns
 * @param models all models, those that run per release too
 * @param codes all code lists, {@code codes.divisions} among them
 */
public record Dictionary(
        List<IndicatorEntry> indicators,
        List<FeedEntry> feeds,
        List<ColumnEntry> feedColumns,
        List<Model> models,
        List<SmallTable> codes,
        Breakdowns breakdowns) {

    /** An indicator as its file defines it; texts of other forms are written as in the file. */
    public record IndicatorEntry(
            String id,
            long duty,
            long version,
            Label label,
            Label name,
            Label definition,
            List<Label> source,
            String base,
            String numerator,
            String denominator,
            String population,
            String unit,
            Label unitName,
            String kind,
            String counts,
            String better,
            long lagMonths,
            String target) {}

    /** A feed as its contract describes it. */
    public record FeedEntry(
            String feed,
            Label label,
            String kind,
            String contractVersion,
            Label purpose,
            String legalBasis,
            String retention,
            String calendar,
            String owner) {}

    /**
     * A column on the way from file to figure.
     *
     * @param stage feed, model or release
     * @param grade how closely it is guarded, L1 to L4; empty where the table has one grade
     * @param duties the numbers of the duties that use it
     */
    public record ColumnEntry(
            String stage,
            String table,
            String column,
            long position,
            String type,
            Label label,
            String grade,
            String codeList,
            String duties) {

        static ColumnEntry of(String stage, String table, Column column, long position, Label label) {
            return new ColumnEntry(
                    stage, table, column.name(), position, column.type().sql(), label, "", "", "");
        }
    }

    public Dictionary {
        indicators = List.copyOf(indicators);
        feeds = List.copyOf(feeds);
        feedColumns = List.copyOf(feedColumns);
        models = List.copyOf(models);
        codes = List.copyOf(codes);
    }

    /**
     * All tables of the dictionary.
     *
     * @param figures the columns of the figures that it stands beside
     */
    public List<ReleasedTable> tables(List<Column> figures) {
        List<ReleasedTable> tables = new ArrayList<>();
        tables.add(DictionaryTable.INDICATORS.with(
                indicators.stream().map(Dictionary::row).toList()));
        tables.add(DictionaryTable.PLACES.with(Places.of(code("divisions"))));
        tables.add(DictionaryTable.BREAKDOWN_VALUES.with(breakdowns.rows()));
        tables.add(
                DictionaryTable.FEEDS.with(feeds.stream().map(Dictionary::row).toList()));
        tables.add(DictionaryTable.CODES.with(codeRows()));
        tables.add(DictionaryTable.RULES.with(code("rules").rows()));
        tables.add(DictionaryTable.SERIES_BREAKS.with(code("series_breaks").rows()));
        tables.add(DictionaryTable.COLUMNS.with(columnRows(figures, tables)));
        return tables;
    }

    /** What the one released table is called that is neither a model nor part of the dictionary. */
    public static Map<String, Label> titles() {
        return Map.of(FiguresTable.NAME.toString(), FiguresTable.TITLE);
    }

    private SmallTable code(String name) {
        return codes.stream()
                .filter(table -> table.name().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new SetupException("Missing code list '%s' among %s"
                        .formatted(
                                name,
                                codes.stream().map(table -> table.name().name()).toList())));
    }

    private static Map<String, Object> row(IndicatorEntry entry) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("indicator", entry.id());
        row.put("definition_version", entry.version());
        DictionaryTable.put(row, "label", entry.label());
        DictionaryTable.put(row, "name", entry.name());
        DictionaryTable.put(row, "definition", entry.definition());
        row.put("source_zh", joined(entry.source().stream().map(Label::zh).toList()));
        row.put("source_en", joined(entry.source().stream().map(Label::en).toList()));
        row.put("base", entry.base());
        row.put("numerator", entry.numerator());
        row.put("unit", entry.unit());
        DictionaryTable.put(row, "unit", entry.unitName());
        row.put("kind", entry.kind());
        row.put("counts", entry.counts());
        row.put("better", entry.better());
        row.put("lag_months", entry.lagMonths());
        if (entry.duty() > 0) {
            row.put("duty", entry.duty());
        }
        DictionaryTable.putUnlessEmpty(row, "denominator", entry.denominator());
        DictionaryTable.putUnlessEmpty(row, "population", entry.population());
        DictionaryTable.putUnlessEmpty(row, "target", entry.target());
        return row;
    }

    private static String joined(List<String> texts) {
        return texts.stream().filter(text -> !text.isBlank()).collect(Collectors.joining("; "));
    }

    private static Map<String, Object> row(FeedEntry entry) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("feed", entry.feed());
        DictionaryTable.put(row, "name", entry.label());
        row.put("kind", entry.kind());
        row.put("contract_version", entry.contractVersion());
        DictionaryTable.put(row, "purpose", entry.purpose());
        DictionaryTable.putUnlessEmpty(row, "legal_basis", entry.legalBasis());
        DictionaryTable.putUnlessEmpty(row, "retention", entry.retention());
        DictionaryTable.putUnlessEmpty(row, "calendar", entry.calendar());
        DictionaryTable.putUnlessEmpty(row, "owner", entry.owner());
        return row;
    }

    /** The lists that give a code two names; the first column of such a list is the code. */
    private List<Map<String, Object>> codeRows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (SmallTable list : codes) {
            List<String> columns = list.columns().stream().map(Column::name).toList();
            boolean isNamed = columns.contains("name_zh") && columns.contains("name_en");
            if (!isNamed || !columns.get(0).matches("code|section|division")) {
                continue;
            }
            for (Map<String, Object> each : list.rows()) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("code_list", list.name().name());
                row.put("code", Rows.text(each, columns.get(0)));
                row.put("name_zh", Rows.text(each, "name_zh"));
                row.put("name_en", Rows.text(each, "name_en"));
                row.put("position", rows.size() + 1);
                rows.add(row);
            }
        }
        return rows;
    }

    private List<Map<String, Object>> columnRows(List<Column> figures, List<ReleasedTable> tables) {
        List<ColumnEntry> entries = new ArrayList<>(feedColumns);
        for (Model model : models) {
            long position = 1;
            boolean isReleased = model.cadence() == Model.Cadence.PER_RELEASE || model.isReleasedByMonth();
            String stage = isReleased ? "release" : "model";
            for (ModelColumn column : model.columns()) {
                entries.add(
                        ColumnEntry.of(stage, model.table().toString(), column.column(), position++, column.label()));
            }
        }
        long position = 1;
        for (Column column : FiguresTable.released(figures)) {
            Label label = FiguresTable.COLUMNS.getOrDefault(column.name(), FiguresTable.TITLE);
            entries.add(ColumnEntry.of("release", FiguresTable.NAME.toString(), column, position++, label));
        }
        for (ReleasedTable table : tables) {
            entries.addAll(ofTable(table));
        }
        entries.addAll(ofTable(DictionaryTable.COLUMNS.with(List.of())));
        return entries.stream().map(Dictionary::row).toList();
    }

    private static List<ColumnEntry> ofTable(ReleasedTable table) {
        List<ColumnEntry> entries = new ArrayList<>();
        for (Column column : table.rows().columns()) {
            Label label = table.columns().getOrDefault(column.name(), table.title());
            entries.add(ColumnEntry.of("release", table.name().toString(), column, entries.size() + 1L, label));
        }
        return entries;
    }

    private static Map<String, Object> row(ColumnEntry entry) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("stage", entry.stage());
        row.put("table_name", entry.table());
        row.put("column_name", entry.column());
        row.put("position", entry.position());
        row.put("type", entry.type());
        DictionaryTable.put(row, "name", entry.label());
        DictionaryTable.putUnlessEmpty(row, "grade", entry.grade());
        DictionaryTable.putUnlessEmpty(row, "code_list", entry.codeList());
        DictionaryTable.putUnlessEmpty(row, "duties", entry.duties());
        return row;
    }

    static Field text(String name, String zh, String en) {
        return new Field(new Column(name, ColumnType.VARCHAR), new Label(zh, en));
    }

    static Field number(String name, String zh, String en) {
        return new Field(new Column(name, ColumnType.BIGINT), new Label(zh, en));
    }

    static Field date(String name, String zh, String en) {
        return new Field(new Column(name, ColumnType.DATE), new Label(zh, en));
    }
}
