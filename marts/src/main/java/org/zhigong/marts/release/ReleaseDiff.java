package org.zhigong.marts.release;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhigong.transform.Label;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.TableName;

/**
 * What differs between the figures of two releases, for the notes of a revision. It reads released figures alone, so it
 * tells nothing that the two releases do not: a figure that is confidential in both is the same in both.
 */
public final class ReleaseDiff {

    /** All differences, a row a figure, in the engine that compared. */
    public static final TableName CHANGES = new TableName("diff", "changes");

    private static final TableName BEFORE = new TableName("diff", "before");
    private static final TableName AFTER = new TableName("diff", "after");

    /** What an open figure says; a change of any of them is a revision. */
    private static final List<String> STATEMENTS =
            List.of("numerator", "denominator", "value", "lower", "upper", "target", "status");

    /** How a figure differs. */
    public enum Kind {
        ADDED("新增", "added"),
        REMOVED("不再发布", "removed"),
        REDEFINED("定义有变", "redefined"),
        REVISED("数值修订", "revised"),
        NOW_CONFIDENTIAL("转为保密", "now confidential"),
        NOW_OPEN("转为公开", "now open");

        private final String zh;
        private final String en;

        Kind(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        /** What people call it. */
        public Label label() {
            return new Label(zh, en);
        }

        /** The word in the table of differences. */
        public String word() {
            return en.replace(' ', '_');
        }
    }

    /**
     * One figure that differs.
     *
     * @param figure the columns that name it
     * @param before what it said, by column; empty where it said nothing
     * @param after what it says now
     */
    public record Change(
            Kind kind, Map<String, String> figure, Map<String, String> before, Map<String, String> after) {}

    /** How many figures of an indicator differ in one way. */
    public record Count(String indicator, Kind kind, long figures) {}

    private final Engine engine;

    private ReleaseDiff(Engine engine) {
        this.engine = engine;
    }

    /** Compares two releases; {@link #CHANGES} stays readable in {@code engine}. */
    public static ReleaseDiff between(Engine engine, CurrentRelease before, CurrentRelease after) {
        engine.define(
                BEFORE, columns(before), List.of(before.tables().getOrDefault(FiguresTable.NAME, before.folder())));
        engine.define(AFTER, columns(after), List.of(after.tables().getOrDefault(FiguresTable.NAME, after.folder())));
        engine.define(CHANGES, changesSql());
        return new ReleaseDiff(engine);
    }

    private static List<Column> columns(CurrentRelease release) {
        return release.manifest().files().stream()
                .filter(file -> file.name().equals("marts/figures.parquet"))
                .findFirst()
                .map(Manifest.ReleasedFile::columns)
                .orElse(List.of());
    }

    /** How many figures differ, by indicator and kind, in the order of indicators. */
    public List<Count> counts() {
        return engine
                .query("select indicator, change, count(*) as figures from " + CHANGES
                        + " group by indicator, change order by indicator, change")
                .stream()
                .map(row -> new Count(Rows.text(row, "indicator"), kind(row), Rows.number(row, "figures")))
                .toList();
    }

    /** The first {@code limit} differences, of one indicator or of all, in the order of figures. */
    public List<Change> changes(Optional<String> indicator, int limit) {
        String where = indicator
                .map(id -> " where indicator = '" + id.replace("'", "''") + "'")
                .orElse("");
        String order =
                FiguresTable.KEYS.stream().map(key -> key + " nulls last").collect(Collectors.joining(", "));
        return engine.query("select * from %s%s order by %s limit %d".formatted(CHANGES, where, order, limit)).stream()
                .map(ReleaseDiff::change)
                .toList();
    }

    private static Change change(Map<String, Object> row) {
        return new Change(
                kind(row),
                texts(row, FiguresTable.KEYS, ""),
                texts(row, STATEMENTS, "before_"),
                texts(row, STATEMENTS, "after_"));
    }

    private static Map<String, String> texts(Map<String, Object> row, List<String> columns, String prefix) {
        return columns.stream()
                .filter(column -> !Rows.text(row, prefix + column).isEmpty())
                .collect(Collectors.toMap(
                        column -> column,
                        column -> Rows.text(row, prefix + column),
                        (one, other) -> one,
                        java.util.LinkedHashMap::new));
    }

    private static Kind kind(Map<String, Object> row) {
        String word = Rows.text(row, "change");
        for (Kind kind : Kind.values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw new IllegalStateException("Unknown kind of change: " + word);
    }

    private static String changesSql() {
        String keys = each(FiguresTable.KEYS, "coalesce(newer.%1$s, older.%1$s) as %1$s");
        String statements = each(STATEMENTS, "older.%1$s as before_%1$s, newer.%1$s as after_%1$s");
        String same = FiguresTable.KEYS.stream()
                .map(key -> "older.%1$s = newer.%1$s".formatted(key))
                .collect(Collectors.joining(" and "));
        String differs = STATEMENTS.stream()
                .map(column -> "older.%1$s is distinct from newer.%1$s".formatted(column))
                .collect(Collectors.joining(" or "));
        return """
                select * from (
                    select %1$s, %2$s,
                        case
                            when older.indicator is null then 'added'
                            when newer.indicator is null then 'removed'
                            when older.protection = 'open' and newer.protection = 'confidential'
                                then 'now_confidential'
                            when older.protection = 'confidential' and newer.protection = 'open' then 'now_open'
                            when older.definition_version <> newer.definition_version then 'redefined'
                            when newer.protection = 'open' and (%3$s) then 'revised'
                        end as change
                    from %4$s as older
                    full outer join %5$s as newer on %6$s
                ) as compared
                where change is not null""".formatted(keys, statements, differs, BEFORE, AFTER, same);
    }

    private static String each(List<String> columns, String template) {
        return columns.stream().map(template::formatted).collect(Collectors.joining(", "));
    }
}
