package org.zhigong.marts.release;

import static org.zhigong.marts.release.Dictionary.date;
import static org.zhigong.marts.release.Dictionary.number;
import static org.zhigong.marts.release.Dictionary.text;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhigong.transform.Label;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.SmallTable;
import org.zhigong.warehouse.TableName;

/** The form of a table of the dictionary. */
record DictionaryTable(String name, Label title, List<String> orderBy, List<Field> fields) {

    /** A column and what it holds. */
    record Field(Column column, Label label) {}

    static final DictionaryTable INDICATORS = table(
            "indicators",
            new Label("指标定义", "What the indicators mean"),
            List.of("indicator"),
            text("indicator", "指标", "The indicator's id"),
            number("duty", "工作事项编号", "The number of the duty that it serves"),
            number("definition_version", "定义版本", "The version of its definition"),
            text("label_zh", "简称", "A few words for a chart, in Chinese"),
            text("label_en", "简称（英文）", "A few words for a chart"),
            text("name_zh", "名称", "Its name in Chinese"),
            text("name_en", "名称（英文）", "Its name"),
            text("definition_zh", "定义", "Its definition in Chinese"),
            text("definition_en", "定义（英文）", "Its definition"),
            text("source_zh", "依据", "Where it comes from, in Chinese"),
            text("source_en", "依据（英文）", "Where it comes from"),
            text("base", "基础表", "The table that it is computed from"),
            text("numerator", "分子表达式", "The expression of its numerator"),
            text("denominator", "分母表达式", "The expression of its denominator; empty for counts and quantiles"),
            text("population", "统计范围条件", "The rows that count; empty for all"),
            text("unit", "单位代码", "rate, ratio, per_mille, per_10k, count, fen, minutes, hours or days"),
            text("unit_zh", "单位", "What a value is, in Chinese"),
            text("unit_en", "单位（英文）", "What a value is"),
            text("kind", "时点或时期", "stock or flow"),
            text("counts", "计数对象", "What it counts: persons, cases, employers, units, fen or minutes"),
            text("better", "向好方向", "Which direction is good: up, down or neither"),
            number("lag_months", "滞后月数", "How many months after its period it is first stated"),
            text("target", "目标", "What the policy text asks for"));

    static final DictionaryTable PLACES = table(
            "places",
            new Label("地区", "The places that figures stand at"),
            List.of("place_scheme", "place_level", "place"),
            text("place_scheme", "地区口径", "geo or reporting"),
            text("place_level", "地区层级", "city, district, street, unit or nation"),
            text("place", "地区代码", "The code of the place"),
            text("name_zh", "名称", "Its name in Chinese"),
            text("name_en", "名称（英文）", "Its name"),
            text("parent", "上级地区代码", "The place that it lies in; empty for the city"),
            date("valid_to", "失效日期", "The first day that it was no place of its own any more; empty while it is one"));

    static final DictionaryTable BREAKDOWN_VALUES = table(
            "breakdown_values",
            new Label("分组和类别的取值", "The values of breakdowns and categories"),
            List.of("breakdown", "breakdown_value"),
            text("breakdown", "分组", "The breakdown; category for the parts of mixes"),
            text("breakdown_value", "分组值", "The value"),
            number("position", "显示顺序", "The order in which to show it"),
            text("breakdown_zh", "分组名称", "The breakdown's name in Chinese"),
            text("breakdown_en", "分组名称（英文）", "The breakdown's name"),
            text("name_zh", "名称", "The value's name in Chinese"),
            text("name_en", "名称（英文）", "The value's name"));

    static final DictionaryTable FEEDS = table(
            "feeds",
            new Label("数据源", "The feeds behind the figures"),
            List.of("feed"),
            text("feed", "数据源", "The feed's id"),
            text("name_zh", "名称", "Its name in Chinese"),
            text("name_en", "名称（英文）", "Its name"),
            text("kind", "快照或事件", "snapshot or events"),
            text("contract_version", "合约版本", "The version of its contract"),
            text("purpose_zh", "用途", "What it is used for, in Chinese"),
            text("purpose_en", "用途（英文）", "What it is used for"),
            text("legal_basis", "法律依据", "The legal basis of its use"),
            text("retention", "保存期限", "How long it is kept"),
            text("calendar", "报送日程", "When it is due"),
            text("owner", "责任方", "Who answers for it"));

    static final DictionaryTable CODES = table(
            "codes",
            new Label("代码表", "The code lists"),
            List.of("code_list", "position"),
            text("code_list", "代码表", "The list"),
            text("code", "代码", "The code"),
            text("name_zh", "名称", "What it stands for, in Chinese"),
            text("name_en", "名称（英文）", "What it stands for"),
            number("position", "顺序", "Its place among all codes"));

    static final DictionaryTable RULES = table(
            "rules",
            new Label("有时效的规则参数", "The rules that hold for a time"),
            List.of("rule", "valid_from"),
            text("rule", "规则", "The rule"),
            number("value", "取值", "Its value"),
            date("valid_from", "生效日期", "The first day that it holds"),
            date("valid_to", "失效日期", "The first day that it does not hold any more; empty while it holds"),
            text("source", "依据", "Where it comes from"));

    static final DictionaryTable SERIES_BREAKS = table(
            "series_breaks",
            new Label("序列中断：图中应断开", "Where series break: charts show a gap"),
            List.of("series_break", "affects"),
            text("series_break", "中断", "The break"),
            text("affects", "涉及的指标、分组或地区", "The indicator, breakdown or place whose series breaks"),
            date("valid_from", "新口径首日", "The first day that is counted the new way"),
            text("source", "依据", "Where it comes from"),
            text("name_zh", "说明", "What changed, in Chinese"),
            text("name_en", "说明（英文）", "What changed"));

    static final DictionaryTable COLUMNS = table(
            "columns",
            new Label("从报送文件到指标的全部字段", "Every column on the way from file to figure"),
            List.of("stage", "table_name", "position", "column_name"),
            text("stage", "阶段：数据源、模型、发布", "feed, model or release"),
            text("table_name", "表", "The table"),
            text("column_name", "字段", "The column"),
            number("position", "顺序", "Its place in the table, from 1"),
            text("type", "类型", "Its type"),
            text("name_zh", "名称", "What it holds, in Chinese"),
            text("name_en", "名称（英文）", "What it holds"),
            text("grade", "数据分级", "How closely it is guarded, L1 to L4"),
            text("code_list", "代码表", "The code list of its values"),
            text("duties", "用到的工作事项", "The duties that use it"));

    private static DictionaryTable table(String name, Label title, List<String> orderBy, Field... fields) {
        return new DictionaryTable(name, title, orderBy, Arrays.asList(fields));
    }

    ReleasedTable with(List<Map<String, Object>> rows) {
        List<Column> columns = fields.stream().map(Field::column).toList();
        return new ReleasedTable(
                new SmallTable(new TableName("marts", name), columns, rows),
                orderBy,
                title,
                fields.stream().collect(Collectors.toMap(field -> field.column().name(), Field::label)));
    }

    static void put(Map<String, Object> row, String name, Label label) {
        row.put(name + "_zh", label.zh());
        row.put(name + "_en", label.en());
    }

    static void putUnlessEmpty(Map<String, Object> row, String name, String text) {
        if (!text.isEmpty()) {
            row.put(name, text);
        }
    }
}
