package org.zhigong.jobs;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** What the tour ends with: headline figures, what was set aside and why, and where to look next. */
final class DemoSummary {

    private static final List<String> HEADLINES = List.of(
            "workers",
            "members",
            "union_density",
            "union_density_ilo",
            "unionisation_rate_units",
            "coverage_any_workers",
            "coverage_wage_workers",
            "wage_bargaining_establishment_rate",
            "overdue_establishment");

    private final Settings settings;
    private final Console console;
    private final Path folder;

    DemoSummary(Settings settings, Console console, Path folder) {
        this.settings = settings;
        this.console = console;
        this.folder = folder;
    }

    void show(YearMonth closing, Map<String, Long> reasons) {
        try (OpenRelease release = OpenRelease.current(settings)) {
            console.answerLine("");
            console.answerLine("合成数据 SYNTHETIC · 全市 City · %s · %s".formatted(closing, release.id()));
            headlines(release, closing);
        }
        console.answerLine("");
        console.answerLine("文件中的发现 Findings in the files");
        TextTable table = new TextTable(List.of("code", "rows / files"));
        reasons.forEach((code, rows) -> table.row(List.of(code, rows)));
        console.answer(table.render());
        next();
    }

    private void headlines(OpenRelease release, YearMonth closing) {
        TextTable table = new TextTable(List.of("指标 indicator", "中文", "English", "value"));
        for (String indicator : HEADLINES) {
            List<Map<String, Object>> figures = release.query("""
                    select f.*, i.label_zh, i.label_en
                    from marts.figures as f inner join marts.indicators as i on f.indicator = i.indicator
                    where f.indicator = '%s' and f.period = '%s' and f.place = '110000'
                        and f.place_scheme = 'geo' and f.breakdown = 'none' and f.category = 'all'
                    """.formatted(indicator, closing));
            for (Map<String, Object> figure : figures) {
                table.row(List.of(
                        indicator,
                        String.valueOf(figure.get("label_zh")),
                        String.valueOf(figure.get("label_en")),
                        FiguresCommand.shown(figure)));
            }
        }
        console.answer(table.render());
    }

    private void next() {
        Path home = folder.resolve("home");
        console.answer("""

                接着看 Where to look next
                  ./zhigong status --home %1$s
                  ./zhigong figures --home %1$s --indicator coverage_any_workers --place 110105
                  ./zhigong quarantine --home %1$s --feed members
                  ./zhigong query --home %1$s "select * from marts.figures limit 20"
                  %2$s    the true figures, worked out independently / 独立计算的真值
                  %3$s    what was planted in the files / 埋入的缺陷
                """.formatted(home, folder.resolve("city/truth"), folder.resolve("city/defects")));
    }
}
