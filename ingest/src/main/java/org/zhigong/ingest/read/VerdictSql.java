package org.zhigong.ingest.read;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zhigong.ingest.contract.ColumnKind;
import org.zhigong.ingest.contract.Contract;
import org.zhigong.ingest.contract.ContractColumn;
import org.zhigong.warehouse.Column;

/**
 * The one select that turns the text of a file into typed rows with a verdict, in stages, each a subquery of the next:
 *
 * <pre>
 * fields     zg_c0, zg_c1 …  the fields of the file; after the careful way also zg_sheet, zg_line and zg_flaw
 * plain      zg_q…           values of cells that look as usual
 * values     zg_v…           values of columns that need no other
 * paired     zg_v…, zg_w…    values that another column explains
 * linked     zg_id_…         what a person's document says
 * kept       kept names      the columns of the contract, and zg_doubt: whether a cell is not plainly right
 * judged     zg_j            the judgement of a row in doubt; null: the row is right
 * verdicts   zg_verdict, and zg_right: whether it is accepted
 * rows       the columns of rows.parquet
 * </pre>
 *
 * A row that is right, as nearly all are, costs no more than its values and the question whether it is.
 */
final class VerdictSql {

    private static final String FINDINGS = part(2);
    private static final String FLAGS = part(3);
    private static final String NOTES = part(4);
    private static final String DROP = part(5);
    private static final String CELLS = part(6);

    private final Contract contract;
    private final List<ColumnSql> columns;
    private final FileTerms terms;
    private final Source source;

    VerdictSql(ContractCells cells, Source source, FileTerms terms) {
        this.contract = cells.contract();
        this.source = source;
        this.terms = terms;
        ColumnPlanner planner = new ColumnPlanner(cells, source.layout().positions(), terms);
        this.columns = IntStream.range(0, contract.columns().size())
                .mapToObj(i -> planner.plan(contract.columns().get(i), i))
                .toList();
    }

    /** One row per record of data, in the order of the file, with all columns of {@code rows.parquet}. */
    String rows() {
        List<String> select = new ArrayList<>();
        for (Column kept : contract.keptColumns()) {
            String name = Sql.quoted(kept.name());
            // What was not accepted is not kept: a value in the wrong column may be anything.
            select.add("case when zg_right then cast(%1$s as %2$s) end as %1$s"
                    .formatted(name, kept.type().sql()));
        }
        select.add("case when zg_right then %s end as period".formatted(period()));
        select.add(FLAGS + " as flags");
        select.add("zg_verdict as verdict");
        select.add("%s as source_line".formatted(source.isRewritten() ? "zg_line" : "cast(null as bigint)"));
        select.add("%s as zg_sheet".formatted(source.isRewritten() ? "zg_sheet" : "cast(null as varchar)"));
        select.add(FINDINGS + " as zg_findings");
        select.add(NOTES + " as zg_notes");
        select.add(DROP + " as zg_drop");
        select.add("%s as %s".formatted(CELLS, OriginalCell.COLUMN));
        return "select %s from (%s)".formatted(String.join(", ", select), verdicts());
    }

    /**
     * Sums over rows of data of each COUNT and MONEY column, as {@code data_<index>}, and what the last row of totals
     * states, as {@code stated_<index>}; empty if there is no such column.
     */
    String totals() {
        List<String> sums = new ArrayList<>();
        for (int i = 0; i < contract.columns().size(); i++) {
            ContractColumn column = contract.columns().get(i);
            boolean isNumber = column.kind() == ColumnKind.COUNT || column.kind() == ColumnKind.MONEY;
            if (isNumber && source.layout().positions().containsKey(column.name())) {
                // A sum that does not fit is none that anybody could have stated.
                sums.add(
                        "try_cast(sum(zg_v%1$d) filter (zg_verdict <> 'dropped') as bigint) as data_%1$d".formatted(i));
                sums.add("max(zg_v%1$d) filter (%2$s = 'TOTALS_ROW' and %3$s) as stated_%1$d"
                        .formatted(i, DROP, isGrandTotal()));
            }
        }
        return sums.isEmpty() ? "" : "select %s from (%s)".formatted(String.join(", ", sums), verdicts());
    }

    /** The sum of a MONEY column over rows of data, in fen. */
    String sum(String column) {
        int index = contract.columns().indexOf(contract.column(column));
        return ("select coalesce(try_cast(sum(zg_v%1$d) filter (zg_verdict <> 'dropped') as bigint),"
                        + " case when count(zg_v%1$d) > 0 then %2$d end) as data from (%3$s)")
                .formatted(index, Long.MAX_VALUE, verdicts());
    }

    /**
     * How many cells of a PERCENT column are shares of one, as {@code shares}, and how many are percentages, as
     * {@code percents}; a cell with its own sign is sure of itself.
     */
    String percents(String column) {
        int index = contract.columns().indexOf(contract.column(column));
        String raw = "zg_c" + source.layout().positions().get(column);
        return ("select count(*) filter (zg_v%1$d between 1 and 100 and not contains(%2$s, '%%')) as shares,"
                        + " count(*) filter (zg_v%1$d > 100) as percents from (%3$s)")
                .formatted(index, raw, values());
    }

    /** The months of a DATE or MONTH column with the number of rows, the most frequent first. */
    String months(String column) {
        int index = contract.columns().indexOf(contract.column(column));
        return ("select month, count(*) as rows from (select %s as month from (%s)) where month is not null group by month"
                        + " order by rows desc, month limit 1")
                .formatted(monthOf(contract.column(column), "zg_v" + index), values());
    }

    // Subtotals and "of which" rows state parts; only these words state all.
    private String isGrandTotal() {
        String fields = everyField(field -> "regexp_replace(coalesce(%s, ''), '\\s', '', 'g')".formatted(field));
        return "list_has_any([%s], ['合计', '总计', '合计:', '总计:'])".formatted(fields);
    }

    private String values() {
        return stage(stage(source.select(), all(ColumnSql::plain)), all(ColumnSql::values));
    }

    private String kept() {
        String linked = stage(stage(values(), all(ColumnSql::paired)), all(ColumnSql::linked));
        List<String> added = new ArrayList<>(all(ColumnSql::kept));
        added.add(doubt() + " as zg_doubt");
        return stage(linked, added);
    }

    private String verdicts() {
        String judged = stage(kept(), List.of(judgement() + " as zg_j"));
        return stage(
                judged,
                List.of(
                        "case zg_j[1] when 'q' then 'quarantined' when 'd' then 'dropped' else 'accepted' end as"
                                + " zg_verdict",
                        "coalesce(zg_j[1] = 'a', true) as zg_right"));
    }

    private static String stage(String before, List<String> added) {
        return added.isEmpty() ? before : "select *, %s from (%s)".formatted(String.join(", ", added), before);
    }

    private List<String> all(Function<ColumnSql, List<String>> part) {
        return columns.stream().flatMap(column -> part.apply(column).stream()).toList();
    }

    private String doubt() {
        List<String> doubts = columns.stream()
                .map(ColumnSql::doubt)
                .filter(doubt -> !doubt.equals(ColumnSql.NEVER))
                .collect(Collectors.toCollection(ArrayList::new));
        if (source.isRewritten()) {
            doubts.add("zg_flaw is not null");
        }
        return doubts.isEmpty() ? ColumnSql.NEVER : "(" + String.join(" or ", doubts) + ")";
    }

    private String judgement() {
        List<String> broken = contract.rules().stream()
                .map(rule -> "coalesce(%s, false)".formatted(rule.violation()))
                .toList();
        String when = broken.isEmpty() ? "zg_doubt" : "zg_doubt or " + String.join(" or ", broken);
        String rules = broken.isEmpty()
                ? "''"
                : broken.stream()
                        .map(rule -> "case when %s then 'x' else '-' end".formatted(rule))
                        .collect(Collectors.joining(" || "));
        String flaw = source.isRewritten() ? "zg_flaw" : "''";
        return "case when %s then zg_judge(%s, %s, %s)%s end"
                .formatted(when, flaw, rules, everyField(field -> field), noted());
    }

    /** The judgements of rows in which nothing was done but what is noted, those with more notes first. */
    private String noted() {
        SortedMap<String, List<String>> conditions = new TreeMap<>();
        columns.stream()
                .flatMap(column -> column.note().stream())
                .forEach(note -> conditions
                        .computeIfAbsent(note.code(), code -> new ArrayList<>())
                        .add(note.condition()));
        List<String> codes = List.copyOf(conditions.keySet());
        StringBuilder cases = new StringBuilder();
        for (int chosen = (1 << codes.size()) - 1; chosen > 0; chosen--) {
            int some = chosen;
            List<String> notes = IntStream.range(0, codes.size())
                    .filter(i -> (some >> i & 1) == 1)
                    .mapToObj(codes::get)
                    .toList();
            String all = notes.stream()
                    .map(code -> "(" + String.join(" or ", conditions.get(code)) + ")")
                    .collect(Collectors.joining(" and "));
            cases.append(" when %s then %s"
                    .formatted(
                            all,
                            Sql.literal(Judgement.accepted(List.of(), notes).text())));
        }
        return cases.toString();
    }

    private static String part(int number) {
        return "nullif(split_part(zg_j, chr(%d), %d), '')".formatted((int) Judgement.PART, number);
    }

    private String everyField(Function<String, String> expression) {
        return IntStream.range(0, source.layout().fields())
                .mapToObj(i -> expression.apply("zg_c" + i))
                .collect(Collectors.joining(", "));
    }

    private String period() {
        return contract.periodColumn()
                .map(contract::column)
                .map(column -> monthOf(column, Sql.quoted(column.name())))
                .orElseGet(() -> Sql.literal(terms.period().toString()));
    }

    private static String monthOf(ContractColumn column, String value) {
        return column.kind() == ColumnKind.MONTH ? value : "strftime(%s, '%%Y-%%m')".formatted(value);
    }
}
