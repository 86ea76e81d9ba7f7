package org.zhigong.jobs.workbook;

import java.time.YearMonth;
import java.util.List;
import org.zhigong.jobs.workbook.SheetColumn.Kind;
import org.zhigong.transform.Label;

/** The sheets beside the figures: what they mean, and the quality of what they were made from. */
final class BookSheets {

    private static final int MONTHS = 12;

    private BookSheets() {}

    static TableSheet definitions() {
        return new TableSheet(
                new Label("定义", "Definitions"),
                new Label("指标的定义", "What the indicators mean"),
                "select * from marts.indicators order by duty nulls first, indicator",
                List.of(
                        SheetColumn.of("indicator", "指标编号", "Indicator id", 30, Kind.TEXT),
                        SheetColumn.of("name_zh", "指标", "Indicator in Chinese", 32, Kind.LONG_TEXT),
                        SheetColumn.of("name_en", "指标（英文）", "Indicator", 36, Kind.LONG_TEXT),
                        SheetColumn.of("duty", "工作事项", "Duty", 8, Kind.WHOLE),
                        SheetColumn.of("definition_zh", "定义", "Definition in Chinese", 70, Kind.LONG_TEXT),
                        SheetColumn.of("definition_en", "定义（英文）", "Definition", 80, Kind.LONG_TEXT),
                        SheetColumn.of("unit_zh", "单位", "Unit in Chinese", 8, Kind.TEXT),
                        SheetColumn.of("unit_en", "单位（英文）", "Unit", 11, Kind.TEXT),
                        SheetColumn.of("target", "目标", "Target", 24, Kind.LONG_TEXT),
                        SheetColumn.of("better", "方向", "Which way is good", 12, Kind.TEXT),
                        SheetColumn.of("kind", "时点或时期", "Stock or flow", 10, Kind.TEXT),
                        SheetColumn.of("numerator", "分子", "Numerator", 44, Kind.LONG_TEXT),
                        SheetColumn.of("denominator", "分母", "Denominator", 30, Kind.LONG_TEXT),
                        SheetColumn.of("population", "统计范围", "Rows that count", 30, Kind.LONG_TEXT),
                        SheetColumn.of("base", "基表", "Base", 24, Kind.TEXT),
                        SheetColumn.of("source_zh", "依据", "Source in Chinese", 30, Kind.LONG_TEXT),
                        SheetColumn.of("source_en", "依据（英文）", "Source", 34, Kind.LONG_TEXT),
                        SheetColumn.of("definition_version", "定义版本", "Definition version", 10, Kind.WHOLE)),
                2);
    }

    static TableSheet deliveries(YearMonth closing) {
        return new TableSheet(
                new Label("报送", "Deliveries"),
                new Label("最近12个月的报送情况", "Deliveries of the last twelve months"),
                """
                        select d.*, f.name_zh, f.name_en
                        from marts.deliveries as d
                        left join marts.feeds as f on d.feed = f.feed
                        where d.period > '%s' and d.period <= '%s'
                        order by d.period desc, d.feed, d.deliverer
                        """.formatted(closing.minusMonths(MONTHS), closing),
                List.of(
                        SheetColumn.of("period", "所属期", "Period", 10, Kind.TEXT),
                        SheetColumn.of("feed", "报表编号", "Feed", 20, Kind.TEXT),
                        SheetColumn.of("name_zh", "报表", "Feed in Chinese", 22, Kind.TEXT),
                        SheetColumn.of("name_en", "报表（英文）", "Feed's name", 34, Kind.TEXT),
                        SheetColumn.of("deliverer", "报送单位", "Deliverer", 12, Kind.TEXT),
                        SheetColumn.of("is_due", "应报", "Due", 9, Kind.YES_OR_NO),
                        SheetColumn.of("due_on", "应报截止日", "Due day", 12, Kind.DAY),
                        SheetColumn.of("delivered_on", "报送日", "Delivered on", 12, Kind.DAY),
                        SheetColumn.of("is_on_time", "按时", "In time", 9, Kind.YES_OR_NO),
                        SheetColumn.of("is_missing", "缺报", "Missing", 9, Kind.YES_OR_NO),
                        SheetColumn.of("file_count", "文件数", "Files", 9, Kind.WHOLE),
                        SheetColumn.of("rejected_count", "退回文件数", "Rejected files", 11, Kind.WHOLE),
                        SheetColumn.of("held_count", "暂缓文件数", "Held files", 11, Kind.WHOLE),
                        SheetColumn.of("accepted_rows", "接受行数", "Accepted rows", 12, Kind.WHOLE),
                        SheetColumn.of("quarantined_rows", "隔离行数", "Quarantined rows", 12, Kind.WHOLE)),
                2);
    }

    static TableSheet quarantine(YearMonth closing) {
        return new TableSheet(
                new Label("隔离", "Quarantine"),
                new Label("最近12个月被隔离的行及其原因", "Quarantined rows of the last twelve months and why"),
                """
                        select q.*, f.name_zh as feed_zh, f.name_en as feed_en
                        from marts.quarantine as q
                        left join marts.feeds as f on q.feed = f.feed
                        where q.period > '%s' and q.period <= '%s'
                        order by q.period desc, q.feed, q.deliverer, q.reason, q.effect
                        """.formatted(closing.minusMonths(MONTHS), closing),
                List.of(
                        SheetColumn.of("period", "所属期", "Period", 10, Kind.TEXT),
                        SheetColumn.of("feed", "报表编号", "Feed", 20, Kind.TEXT),
                        SheetColumn.of("feed_zh", "报表", "Feed in Chinese", 22, Kind.TEXT),
                        SheetColumn.of("feed_en", "报表（英文）", "Feed's name", 34, Kind.TEXT),
                        SheetColumn.of("deliverer", "报送单位", "Deliverer", 12, Kind.TEXT),
                        SheetColumn.of("reason", "原因代码", "Reason", 26, Kind.TEXT),
                        SheetColumn.of("name_zh", "原因", "Reason in Chinese", 30, Kind.TEXT),
                        SheetColumn.of("name_en", "原因（英文）", "Reason in words", 52, Kind.TEXT),
                        SheetColumn.of("effect", "处理", "Effect", 14, Kind.TEXT),
                        SheetColumn.of("file_count", "文件数", "Files", 9, Kind.WHOLE),
                        SheetColumn.of("finding_count", "发现数", "Findings", 10, Kind.WHOLE)),
                2);
    }
}
