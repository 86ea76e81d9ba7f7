package org.zhigong.jobs;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Batches;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineProvider;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.Scratch;
import org.zhigong.warehouse.Verdict;

/** What the tour ends with: headline figures, what was set aside and why, and where to look next. */
final class DemoSummary {

    private static final List<String> HEADLINES = List.of(
            "workers",
            "members",
            "union_density",
            "union_density_ilo",
            "membership_in_unionised",
            "unionisation_rate_units",
            "coverage_any_workers",
            "coverage_wage_workers",
            "wage_bargaining_establishment_rate",
            "overdue_establishment");

    private static final int MOST = 12; // reasons that fit on a screen

    private final Settings settings;
    private final Console console;
    private final Path folder;

    DemoSummary(Settings settings, Console console, Path folder) {
        this.settings = settings;
        this.console = console;
        this.folder = folder;
    }

    void show(YearMonth closing) {
        Home home = new Home(settings.home());
        List<Batch> batches = Batches.read(home);
        try (OpenRelease release = OpenRelease.current(settings);
                Engine engine = EngineProvider.named("duckdb").open(settings.engine(Scratch.local(home)))) {
            console.answerLine("");
            console.answerLine("合成数据 SYNTHETIC · 全市 City · %s · %s".formatted(closing, release.id()));
            List<String> over = headlines(release, closing);
            if (!over.isEmpty()) {
                OverHundred why = OverHundred.of(engine, home, release.manifest(), batches);
                over.forEach(indicator -> console.answerLine(why.sentence(indicator)));
            }
            console.answerLine("");
            console.answerLine("被隔离的行 Quarantined rows");
            List<Map<String, Object>> reasons = new Quarantine(engine, home, batches).reasons();
            TextTable table = new TextTable(Quarantine.REASONS);
            reasons.stream().limit(MOST).forEach(row -> table.row(new ArrayList<>(row.values())));
            console.answer(table.render());
            if (reasons.size() > MOST) {
                console.answerLine("… 另有 %1$d 种 / and %1$d more".formatted(reasons.size() - MOST));
            }
        }
        console.answerLine("");
        console.answerLine("被拒收的文件 Rejected files");
        console.answer(rejected(batches).render());
        next();
    }

    /** How many files were rejected for what, in the words of the code list of findings. */
    private TextTable rejected(List<Batch> batches) {
        SortedMap<String, Long> files = new TreeMap<>();
        batches.stream()
                .filter(batch -> batch.verdict() == Verdict.REJECTED)
                .flatMap(batch -> batch.reasons().keySet().stream())
                .forEach(code -> files.merge(code, 1L, Long::sum));
        TextTable table = new TextTable(List.of("reason", "reason_zh", "reason_en", "files"));
        for (Map<String, Object> finding :
                new Content(settings.content()).codes().list("findings").table().rows()) {
            String code = String.valueOf(finding.get("code"));
            if (files.containsKey(code) && "rejected".equals(finding.get("effect"))) {
                table.row(List.of(
                        code,
                        String.valueOf(finding.get("name_zh")),
                        String.valueOf(finding.get("name_en")),
                        files.get(code)));
            }
        }
        return table;
    }

    /** Shows the headlines. @return those that stand above 100 % */
    private List<String> headlines(OpenRelease release, YearMonth closing) {
        List<String> over = new ArrayList<>();
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
                if ("over_100".equals(figure.get("status"))) {
                    over.add(indicator);
                }
            }
        }
        console.answer(table.render());
        return over;
    }

    private void next() {
        Path home = folder.resolve("home");
        console.answer("""

                接着看 Where to look next
                  ./zhigong status --home %1$s
                  ./zhigong figures --home %1$s --indicator coverage_any_workers --place 110105
                  ./zhigong quarantine --home %1$s --feed members
                  ./zhigong releases --home %1$s --changes
                  ./zhigong query --home %1$s "select * from marts.figures limit 20"
                  %1$s/current/dictionary/index.html    what it all means / 数据字典
                  %2$s    the true figures, worked out independently / 独立计算的真值
                  %3$s    what was planted in the files / 埋入的缺陷
                """.formatted(home, folder.resolve("city/truth"), folder.resolve("city/defects")));
    }
}
