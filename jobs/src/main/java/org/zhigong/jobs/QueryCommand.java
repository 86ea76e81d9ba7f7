package org.zhigong.jobs;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Asks a release in SQL. */
@Command(name = "query", description = "Ask a release in SQL (schema marts). / 用 SQL 查询发布。")
final class QueryCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Zhigong zhigong;

    @Mixin
    private final HomeOption home = new HomeOption();

    @Mixin
    private final ReleaseOption release = new ReleaseOption();

    @Mixin
    private final FormatOption format = new FormatOption();

    @Option(names = "--rows", paramLabel = "N", description = "How many rows at the most; default 1000. / 最多行数。")
    private long rows = 1000;

    @Parameters(paramLabel = "SQL", description = "A select, such as \"select * from marts.indicators\"")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String sql;

    @Override
    public Integer call() {
        Question.requireRows(rows);
        try (OpenRelease opened = release.open(home.applied(zhigong.settings))) {
            Answer answer = format.answer(zhigong.console, rows);
            opened.read(Question.of(sql, rows, opened), answer);
            answer.end();
            if (answer.isCut()) {
                zhigong.console.progress(
                        "只显示前 %1$d 行 / Only the first %1$d rows are shown; --rows shows more".formatted(rows));
            }
            return 0;
        }
    }
}
