package org.zhigong.jobs;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.zhigong.warehouse.SetupException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Asks the current release in SQL. */
@Command(name = "query", description = "Ask the current release in SQL (schema marts). / 用 SQL 查询当前发布。")
final class QueryCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Zhigong zhigong;

    @Mixin
    private final HomeOption home = new HomeOption();

    @Mixin
    private final FormatOption format = new FormatOption();

    @Option(names = "--rows", paramLabel = "N", description = "How many rows at the most; default 1000. / 最多行数。")
    private long rows = 1000;

    @Parameters(paramLabel = "SQL", description = "A select, such as \"select * from marts.indicators\"")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String sql;

    @Override
    public Integer call() {
        String select = sql.strip().replaceAll(";+$", "");
        if (!select.matches("(?is)(select|with|from|describe|show|summarize)\\b.*")) {
            throw new SetupException("Cannot run this statement: a release is read-only; expected a select, found '%s'"
                    .formatted(select.split("\\s+", 2)[0]));
        }
        try (OpenRelease release = OpenRelease.current(home.applied(zhigong.settings))) {
            List<Map<String, Object>> found = release.query(limited(select));
            boolean isCut = found.size() > rows;
            List<Map<String, Object>> shown = isCut ? found.subList(0, (int) rows) : found;
            List<String> columns = shown.isEmpty()
                    ? release.columns(select)
                    : List.copyOf(shown.get(0).keySet());
            format.show(zhigong.console, columns, shown);
            if (isCut) {
                zhigong.console.progress("Only the first %d rows are shown; --rows shows more".formatted(rows));
            }
            return 0;
        }
    }

    private String limited(String select) {
        return select.matches("(?is)(select|with|from)\\b.*")
                ? "select * from (%s) as asked limit %d".formatted(select, rows + 1)
                : select;
    }
}
