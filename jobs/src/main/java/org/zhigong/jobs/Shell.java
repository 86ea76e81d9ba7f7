package org.zhigong.jobs;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.zhigong.warehouse.SetupException;

/** A conversation in SQL with one release. A statement may span lines and ends with a semicolon. */
final class Shell {

    private static final String HELP = """
            SELECT …;           一条查询，以分号结束 / a query, ended by a semicolon
            .tables             表 / the tables
            .columns TABLE      表的字段 / the columns of a table
            .indicators [WORD]  指标，可按词查找 / the indicators, or those with this word
            .places [WORD]      地区，可按词查找 / the places, or those with this word
            .quit               退出 / leave
            Tab 补全表、字段、指标和地区 / Tab completes tables, columns, indicators and places
            """;

    private final OpenRelease release;
    private final Terminal terminal;
    private final long rows;
    private final LineReader reader;

    Shell(OpenRelease release, Terminal terminal, Path history, long rows) {
        this.release = release;
        this.terminal = terminal;
        this.rows = rows;
        this.reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("zhigong")
                .parser(new StatementParser())
                .completer(ShellNames.of(release))
                .variable(LineReader.HISTORY_FILE, history)
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, "     ...> ")
                // A "!" is a character of SQL, not a reference to an earlier line.
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.INSERT_TAB, false)
                .build();
    }

    /** Answers statement after statement until there are no more. */
    void run() {
        say("发布 / Release %s%s · 只读 / read-only · .help 帮助\n"
                .formatted(release.id(), release.isSynthetic() ? " · 合成数据 SYNTHETIC" : ""));
        while (true) {
            try {
                String statement = reader.readLine("zhigong> ").strip();
                if (List.of(".quit", ".exit").contains(statement)) {
                    return;
                }
                answer(statement);
            } catch (UserInterruptException e) {
                say("(.quit 退出 / leaves)\n");
            } catch (EndOfFileException e) {
                return;
            } catch (SetupException e) {
                say(e.getMessage() + "\n");
            }
        }
    }

    private void answer(String statement) {
        if (statement.isEmpty()) {
            return;
        }
        String[] words = statement.split("\\s+", 2);
        String rest = words.length > 1 ? words[1].strip() : "";
        switch (words[0].toLowerCase(Locale.ROOT)) {
            case ".help" -> say(HELP);
            case ".tables" ->
                show("select table_name, comment from duckdb_tables() where schema_name = 'marts' order by 1");
            case ".columns" -> show("""
                    select column_name, data_type, comment from duckdb_columns()
                    where schema_name = 'marts' and table_name = '%s' order by column_index""".formatted(quoted(rest)));
            case ".indicators" -> show("""
                    select indicator, unit, name_zh, name_en from indicators
                    where contains(lower(concat(indicator, name_zh, name_en)), lower('%s')) order by 1""".formatted(quoted(rest)));
            case ".places" -> show("""
                    select place, place_scheme, place_level, name_zh, name_en from places
                    where contains(lower(concat(place, name_zh, name_en)), lower('%s')) order by all""".formatted(quoted(rest)));
            default -> show(statement);
        }
    }

    private static String quoted(String word) {
        return word.replaceAll("[;\\s]+$", "").replace("'", "''").replaceFirst("^marts\\.", "");
    }

    private void show(String statement) {
        if (statement.startsWith(".")) {
            throw new SetupException("Unknown command '%s': .help lists those that there are".formatted(statement));
        }
        Answer answer = new TableAnswer(this::say, rows);
        release.read(Question.of(statement, rows, release), answer);
        answer.end();
        if (answer.isCut()) {
            say("只显示前 %1$d 行 / Only the first %1$d rows are shown\n".formatted(rows));
        }
    }

    private void say(String text) {
        terminal.writer().print(text);
        terminal.writer().flush();
    }
}
