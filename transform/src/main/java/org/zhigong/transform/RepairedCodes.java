package org.zhigong.transform;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.ColumnType;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.TableName;

/**
 * Rows whose credit code was read by replacing look-alike letters. Such a code may be somebody else's or nobody's: the
 * row counts only if a register of that month or an earlier one has every code that it names, written as it is. Where
 * no register is that old the first one serves.
 *
 * <p>Nearly all batches have no such row. So this is asked of the others alone, and nothing is joined for the rest.
 */
final class RepairedCodes {

    static final String ISSUE = "USCC_UNPROVEN";

    private static final String REPAIRED = "USCC_REPAIRED";

    private static final String CODE = "employer_code";
    private static final List<Column> ASKED =
            List.of(new Column("flags", ColumnType.VARCHAR), new Column("verdict", ColumnType.VARCHAR));

    private final Home home;
    private final EmployerCodes codes;
    private final List<Batch> registers;
    private final Map<String, String> first = new HashMap<>();

    /** @param current the ids of the batches that count */
    RepairedCodes(Home home, EmployerCodes codes, Collection<Batch> batches, Set<String> current) {
        this.home = home;
        this.codes = codes;
        this.registers = batches.stream()
                .filter(batch -> codes.registers().containsKey(batch.feed()))
                .filter(batch -> current.contains(batch.batchId()))
                .toList();
        registers.forEach(batch ->
                first.merge(batch.feed(), batch.period(), (one, other) -> one.compareTo(other) <= 0 ? one : other));
    }

    /** Whether some row of {@code batch} has a code that has to be known. */
    boolean has(Batch batch) {
        return batch.reasons().containsKey(REPAIRED)
                && !codes.columns(batch.feed()).isEmpty();
    }

    /** All that decides which rows of {@code batch} count in a build of {@code month}, beside its own content. */
    List<String> contents(Batch batch, YearMonth month) {
        return has(batch) ? known(month).stream().map(Batch::contentHash).toList() : List.of();
    }

    /** Joins the codes that are known to rows r of {@code feed}. */
    String joins(Engine engine, String suffix, String feed, YearMonth month) {
        TableName known = new TableName("known", suffix);
        engine.define(known, known(engine, suffix, month));
        StringJoiner joins = new StringJoiner("");
        List<String> columns = codes.columns(feed);
        for (int i = 0; i < columns.size(); i++) {
            joins.add(" left join %1$s k%2$d on r.%3$s = k%2$d.%4$s".formatted(known, i, columns.get(i), CODE));
        }
        return joins.toString();
    }

    /** Whether a row r does not count, after {@link #joins}. */
    String condition(String feed) {
        StringJoiner unknown = new StringJoiner(" or ", "(", ")");
        List<String> columns = codes.columns(feed);
        for (int i = 0; i < columns.size(); i++) {
            unknown.add("(r.%s is not null and k%d.%s is null)".formatted(columns.get(i), i, CODE));
        }
        return "(coalesce(r.flags, '') like '%%%s%%' and %s)".formatted(REPAIRED, unknown);
    }

    private String known(Engine engine, String suffix, YearMonth month) {
        List<String> selects = new ArrayList<>();
        codes.registers().forEach((feed, column) -> {
            List<Path> files = known(month).stream()
                    .filter(batch -> batch.feed().equals(feed))
                    .map(batch -> home.batch(feed, batch.batchId()).resolve("rows.parquet"))
                    .toList();
            TableName register = new TableName("registers", suffix + "_" + feed);
            List<Column> columns = new ArrayList<>(ASKED);
            columns.add(new Column(column, ColumnType.VARCHAR));
            engine.define(register, columns, files);
            selects.add(
                    "select distinct %s as %s from %s where verdict = 'accepted' and coalesce(flags, '') not like '%%%s%%'"
                            .formatted(column, CODE, register, REPAIRED));
        });
        return selects.isEmpty()
                ? "select cast(null as string) as %s where false".formatted(CODE)
                : String.join(" union ", selects);
    }

    private List<Batch> known(YearMonth month) {
        return registers.stream()
                .filter(batch -> batch.period().compareTo(month.toString()) <= 0
                        || batch.period().equals(first.get(batch.feed())))
                .toList();
    }
}
