package org.zhigong.marts.release;

import java.util.List;
import java.util.stream.Collectors;
import org.zhigong.marts.ProtectionAudit;
import org.zhigong.marts.ProtectionRules;
import org.zhigong.transform.Label;
import org.zhigong.transform.Severity;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.TableName;

/**
 * Looks at what is about to leave as a reader would, without knowing how it was protected: a confidential figure shows
 * nothing, an open one stands on enough persons and employers, and no mix is half open.
 *
 * @param minPersons the fewest persons, other than none, that an open figure may stand on
 * @param minEmployers the same for employers
 */
public record DisclosureAudit(long minPersons, long minEmployers) {

    private static final Label REPAIR = new Label(
            "披露控制未生效或被绕过，请勿使用该候选发布，并报告软件缺陷",
            "Protection did not work or was passed by: do not use this candidate, and report the defect");

    /** Audits the rows of {@code marts.figures} that stand in {@code figures}. */
    public List<CheckResult> check(Engine engine, TableName figures) {
        String shown = FiguresTable.WITHHELD.stream()
                .map(column -> column + " is not null")
                .collect(Collectors.joining(" or "));
        String cell = FiguresTable.KEYS.stream()
                .filter(key -> !key.equals("category"))
                .collect(Collectors.joining(", "));
        return List.of(
                audit(
                        engine,
                        figures,
                        "protection_is_decided",
                        new Label("每个指标值都有披露控制结论", "Every figure is open, or confidential for a stated reason"),
                        "select * from %s where protection not in ('open', 'confidential')"
                                + " or protection is null or (protection = 'confidential') <> (protection_reason is not null)"),
                audit(
                        engine,
                        figures,
                        "confidential_shows_nothing",
                        new Label("保密的指标值不含任何数字和状态", "A confidential figure shows no number and no status"),
                        "select * from %s where protection = 'confidential' and (" + shown + ")"),
                audit(
                        engine,
                        figures,
                        "open_has_enough_persons",
                        new Label(
                                "公开的指标值涉及人数不少于 " + minPersons,
                                "An open figure stands on at least %d persons".formatted(minPersons)),
                        "select * from %s where protection = 'open' and persons > 0 and persons < " + minPersons),
                audit(
                        engine,
                        figures,
                        "open_has_enough_employers",
                        new Label(
                                "公开的指标值涉及单位数不少于 " + minEmployers,
                                "An open figure stands on at least %d employers".formatted(minEmployers)),
                        "select * from %s where protection = 'open' and employers > 0 and employers < " + minEmployers),
                audit(
                        engine,
                        figures,
                        "no_mix_is_half_open",
                        new Label("同一构成的各类别同时公开或同时保密", "The categories of a mix are open or confidential together"),
                        "select " + cell + ", min(category) as category from %s group by " + cell
                                + " having min(protection) <> max(protection)"));
    }

    /**
     * Holds the figures against the cells that they were made from, judging every cell once more, in another way.
     *
     * @param cells where {@code marts.cells} stand in {@code engine}
     * @param figures where the figures of these cells stand
     */
    public static List<CheckResult> judgeAgain(
            Engine engine, TableName cells, TableName figures, ProtectionRules rules) {
        return new ProtectionAudit(rules)
                .check(engine, cells, figures).stream()
                        .map(found -> result(found.name(), promise(found.name()), found.failures(), found.sample()))
                        .toList();
    }

    private static Label promise(String check) {
        return switch (check) {
            case "every_cell_has_one_figure" ->
                new Label("每个单元格恰有一个指标值", "Every cell has its figure, and no figure is without a cell");
            case "open_shows_its_cell" -> new Label("公开的指标值与其单元格一致", "An open figure shows what its cell holds");
            default -> new Label("重新判定的结果一致", "Judging every cell again gives the same answer");
        };
    }

    /** No two figures share their key; without that a figure could be looked up twice with two answers. */
    public static CheckResult unique(Engine engine, TableName figures) {
        String keys = String.join(", ", FiguresTable.KEYS);
        return audit(
                engine,
                figures,
                "figures_are_unique",
                new Label("每个指标值只出现一次", "Every figure is there once"),
                "select " + keys + " from %s group by " + keys + " having count(*) > 1");
    }

    private static CheckResult audit(Engine engine, TableName figures, String name, Label promise, String select) {
        String failing = select.formatted(figures);
        long failures = Rows.count(engine, failing);
        List<String> sample = failures == 0
                ? List.of()
                : engine
                        .query("select %1$s from (%2$s) as failing order by %1$s limit %3$d"
                                .formatted(String.join(", ", FiguresTable.KEYS), failing, CheckResult.SAMPLE))
                        .stream()
                        .map(row -> FiguresTable.KEYS.stream()
                                .map(key -> Rows.text(row, key))
                                .collect(Collectors.joining(" ")))
                        .toList();
        return result(name, promise, failures, sample);
    }

    private static CheckResult result(String name, Label promise, long failures, List<String> sample) {
        return new CheckResult(
                name, FiguresTable.NAME.toString(), "warehouse", Severity.STOP, failures, sample, promise, REPAIR);
    }
}
