package org.zhigong.marts.release;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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

        /** Whether a figure that was published says something else now, or is gone. */
        boolean isRevision() {
            return switch (this) {
                case REVISED, REDEFINED, REMOVED -> true;
                case ADDED, NOW_CONFIDENTIAL, NOW_OPEN -> false;
            };
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

    /**
     * How many figures of an indicator differ in one way.
     *
     * @param finals how many of them were final before
     */
    public record Count(String indicator, Kind kind, long figures, long finals) {}

    /**
     * The figures of one of two releases.
     *
     * @param columns the columns of the file
     * @param hashes the content of its periods, by period; empty where it is not known
     * @param finalBefore the day before which a period has to end for its figures to be final
     */
    record Side(Path figures, List<Column> columns, Map<String, String> hashes, LocalDate finalBefore) {

        static Side of(CurrentRelease release) {
            Manifest manifest = release.manifest();
            return of(
                    release.folder(),
                    manifest.files(),
                    manifest.tables(),
                    PublicationRules.of(manifest.parameters()).finalBefore(manifest.closing()));
        }

        static Side of(Candidate candidate, List<Manifest.Partition> tables) {
            return of(
                    candidate.folder(),
                    candidate.files(),
                    tables,
                    candidate.inputs().finalBefore());
        }

        private static Side of(
                Path folder,
                List<Manifest.ReleasedFile> files,
                List<Manifest.Partition> tables,
                LocalDate finalBefore) {
            Path figures = Manifest.figures(folder);
            List<Column> columns = files.stream()
                    .filter(file -> folder.resolve(file.name()).equals(figures))
                    .findFirst()
                    .map(Manifest.ReleasedFile::columns)
                    .orElse(List.of());
            Map<String, String> hashes = new TreeMap<>();
            tables.stream()
                    .filter(table -> table.table().equals(FiguresTable.NAME.toString()))
                    .forEach(table -> hashes.merge(table.period(), table.contentHash(), String::concat));
            return new Side(figures, columns, hashes, finalBefore);
        }
    }

    private final Engine engine;

    private ReleaseDiff(Engine engine) {
        this.engine = engine;
    }

    /** Compares two releases; {@link #CHANGES} stays readable in {@code engine}. */
    public static ReleaseDiff between(Engine engine, CurrentRelease before, CurrentRelease after) {
        return between(engine, Side.of(before), Side.of(after));
    }

    static ReleaseDiff between(Engine engine, Side before, Side after) {
        engine.define(BEFORE, before.columns(), List.of(before.figures()));
        engine.define(AFTER, after.columns(), List.of(after.figures()));
        engine.define(CHANGES, changesSql(where(before, after), before.finalBefore()));
        return new ReleaseDiff(engine);
    }

    /** A period whose content is the same in both has no differences, so only the others are compared. */
    private static String where(Side before, Side after) {
        if (before.hashes().isEmpty() || after.hashes().isEmpty()) {
            return "true";
        }
        SortedSet<String> periods = new TreeSet<>(before.hashes().keySet());
        periods.addAll(after.hashes().keySet());
        periods.removeIf(period ->
                Objects.equals(before.hashes().get(period), after.hashes().get(period)));
        return periods.isEmpty() ? "false" : periods.stream().collect(Collectors.joining("', '", "period in ('", "')"));
    }

    /** How many figures differ, by indicator and kind, in the order of indicators. */
    public List<Count> counts() {
        return engine
                .query("select indicator, change, count(*) as figures,"
                        + " cast(sum(case when was_final then 1 else 0 end) as bigint) as finals from " + CHANGES
                        + " group by indicator, change order by indicator, change")
                .stream()
                .map(row -> new Count(
                        Rows.text(row, "indicator"),
                        kind(row),
                        Rows.number(row, "figures"),
                        Rows.number(row, "finals")))
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

    private static String changesSql(String where, LocalDate finalBefore) {
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
                        coalesce(older.period_to <= date '%8$s', false) as was_final,
                        case
                            when older.indicator is null then 'added'
                            when newer.indicator is null then 'removed'
                            when older.protection = 'open' and newer.protection = 'confidential'
                                then 'now_confidential'
                            when older.protection = 'confidential' and newer.protection = 'open' then 'now_open'
                            when older.definition_version <> newer.definition_version then 'redefined'
                            when newer.protection = 'open' and (%3$s) then 'revised'
                        end as change
                    from (select * from %4$s where %7$s) as older
                    full outer join (select * from %5$s where %7$s) as newer on %6$s
                ) as compared
                where change is not null""".formatted(keys, statements, differs, BEFORE, AFTER, same, where, finalBefore);
    }

    private static String each(List<String> columns, String template) {
        return columns.stream().map(template::formatted).collect(Collectors.joining(", "));
    }
}
