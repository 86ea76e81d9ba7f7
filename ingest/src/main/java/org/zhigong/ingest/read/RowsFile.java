package org.zhigong.ingest.read;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.zhigong.ingest.contract.ColumnKind;
import org.zhigong.ingest.contract.Contract;
import org.zhigong.ingest.contract.Grade;
import org.zhigong.ingest.read.Connected.Row;

/** A {@code rows.parquet} just written: what can only be asked of all its rows together. */
final class RowsFile {

    private final Connected engine;
    private final Contract contract;
    private final Path file;

    RowsFile(Connected engine, Contract contract, Path file) {
        this.engine = engine;
        this.contract = contract;
        this.file = file;
    }

    /** Counts rows by verdict, month and code. */
    Tally tally() {
        Tally tally = new Tally();
        for (Row row :
                engine.query("select verdict, period, flags, zg_notes, zg_drop, count(*) as rows from %s group by all"
                        .formatted(all()))) {
            tally.add(row);
        }
        return tally;
    }

    /** The month of most accepted rows in a DATE or MONTH column. */
    Optional<String> dominantMonth(String column) {
        String month = contract.column(column).kind() == ColumnKind.MONTH
                ? Sql.quoted(column)
                : "strftime(%s, '%%Y-%%m')".formatted(Sql.quoted(column));
        return engine
                .query(
                        ("select %s as month, count(*) as rows from %s where verdict = 'accepted' group by month order by rows"
                                        + " desc, month limit 1")
                                .formatted(month, all()))
                .stream()
                .map(row -> row.text("month"))
                .findFirst();
    }

    /** The median of a number in accepted rows; empty if none has it. */
    Optional<Long> median(String column) {
        Row row = engine.query(
                        "select cast(quantile_disc(%s, 0.5) as bigint) as median from %s where verdict = 'accepted'"
                                .formatted(Sql.quoted(column), all()))
                .get(0);
        return row.isNull("median") ? Optional.empty() : Optional.of(row.number("median"));
    }

    /** Whether two accepted rows have one key; a cheap question that nearly every file answers with no. */
    boolean hasRepeatedKeys() {
        if (contract.keyColumns().isEmpty()) {
            return false;
        }
        Row row = engine.query(
                        "select count(*) as rows, count(distinct hash(%s)) as keys from %s where verdict = 'accepted'"
                                .formatted(quoted(contract.keyColumns()), all()))
                .get(0);
        return row.number("rows") != row.number("keys");
    }

    /**
     * Writes the file again as {@code target}, without its repetitions: of equal rows the first stays, of rows with one
     * key the latest; where nothing decides, none.
     */
    void writeWithoutRepetitions(Path target) {
        String kept = contract.keptColumns().stream()
                .map(column ->
                        "case when m.code is null then %1$s end as %1$s".formatted("r." + Sql.quoted(column.name())))
                .map(text -> text.replace(" as r.", " as "))
                .collect(Collectors.joining(", "));
        String sql = """
                copy (
                    select %s,
                        case when m.code is null then r.period end as period,
                        case when m.code is null then r.flags end as flags,
                        case when m.code is null then r.verdict when m.code = 'DUP_KEY_DIFF' then 'quarantined'
                            else 'dropped' end as verdict,
                        r.source_line, r.zg_sheet,
                        case when m.code = 'DUP_KEY_DIFF' then chr(31) || m.code || chr(31) else r.zg_findings end
                            as zg_findings,
                        case when m.code is null then r.zg_notes end as zg_notes,
                        case when m.code <> 'DUP_KEY_DIFF' then m.code else r.zg_drop end as zg_drop,
                        case when m.code = 'DUP_KEY_DIFF' then %s else r.%s end as %s
                    from read_parquet(%s, file_row_number = true) as r
                        left join (%s) as m on m.n = r.file_row_number
                    order by r.file_row_number
                ) to %s (format parquet, compression zstd)
                """;
        engine.update(sql.formatted(
                kept,
                OriginalCell.ofValues(contract, "r", isPersonal()),
                OriginalCell.COLUMN,
                OriginalCell.COLUMN,
                Sql.literal(file.toString()),
                repetitions(),
                Sql.literal(target.toString())));
    }

    private boolean isPersonal() {
        return contract.columns().stream().anyMatch(column -> column.grade() == Grade.L4);
    }

    private String repetitions() {
        String all = quoted(contract.keptColumns().stream().map(c -> c.name()).toList());
        String keys = quoted(contract.keyColumns());
        boolean isDated = contract.keptColumns().stream().anyMatch(c -> c.name().equals("updated_on"));
        String updated = isDated ? "updated_on" : "cast(null as date)";
        return """
                with marked as (
                    select file_row_number as n, %1$s as zg_updated, %2$s,
                        row_number() over (partition by %3$s order by file_row_number) as zg_copy
                    from read_parquet(%4$s, file_row_number = true)
                    where verdict = 'accepted'
                ),
                first_copies as (
                    select n,
                        count(*) over (partition by %2$s) as zg_rows,
                        rank() over (partition by %2$s order by zg_updated desc nulls last) as zg_place,
                        count(*) over (partition by %2$s, zg_updated) as zg_peers
                    from marked where zg_copy = 1
                )
                select n, 'DUP_EXACT' as code from marked where zg_copy > 1
                union all
                select n, case when zg_place > 1 then 'DUP_KEY_OLDER' else 'DUP_KEY_DIFF' end
                from first_copies where zg_rows > 1 and (zg_place > 1 or zg_peers > 1)
                """.formatted(updated, keys, all, Sql.literal(file.toString()));
    }

    /**
     * Writes the findings of quarantined rows, one a row, to {@code target}, and counts rows by code.
     *
     * @param firstLine the line of the first row of data, for rows that do not know their own
     * @param letters of the columns as a spreadsheet shows them, by the name of the sheet
     */
    Map<String, Long> writeQuarantine(
            Path target, long firstLine, Map<String, Map<String, String>> letters, Findings findings) {
        String sql = """
                copy (
                    with found as (
                        select file_row_number, zg_sheet, coalesce(source_line, file_row_number + %d) as source_line,
                            unnest(string_split(zg_findings, chr(30))) as finding
                        from read_parquet(%s, file_row_number = true) where verdict = 'quarantined'
                    ),
                    parts as (
                        select file_row_number, zg_sheet, source_line, split_part(finding, chr(31), 1) as column_name,
                            split_part(finding, chr(31), 2) as reason, split_part(finding, chr(31), 3) as value
                        from found
                    )
                    select p.zg_sheet as source_sheet, p.source_line, l.letters as source_column, p.file_row_number,
                        nullif(p.column_name, '') as column_name, c.zh as column_zh,
                        c.en as column_en, p.reason, coalesce(r.zh, f.zh, p.reason) as reason_zh,
                        coalesce(r.en, f.en, p.reason) as reason_en,
                        case when r.code is null then p.value end as value
                    from parts as p
                        left join (values %s) as l(sheet, code, letters)
                            on l.code = p.column_name and l.sheet = coalesce(p.zg_sheet, '')
                        left join (values %s) as c(code, zh, en) on c.code = p.column_name
                        left join (values %s) as f(code, zh, en) on f.code = p.reason
                        left join (values %s) as r(code, zh, en) on r.code = p.value and p.column_name = ''
                    order by p.file_row_number, p.column_name, p.reason
                ) to %s (format parquet, compression zstd)
                """;
        engine.update(sql.formatted(
                firstLine,
                Sql.literal(file.toString()),
                letters(letters),
                columnLabels(),
                findingLabels(findings),
                ruleLabels(),
                Sql.literal(target.toString())));
        Map<String, Long> counts = new TreeMap<>();
        for (Row row : engine.query(
                "select reason, count(distinct file_row_number) as rows from read_parquet(%s) group by reason"
                        .formatted(Sql.literal(target.toString())))) {
            counts.put(row.text("reason"), row.number("rows"));
        }
        return counts;
    }

    private static String letters(Map<String, Map<String, String>> letters) {
        List<String> rows = new ArrayList<>();
        // A list needs a row; this one is no column's.
        rows.add("(cast(null as varchar), '', '')");
        letters.forEach(
                (sheet, columns) -> columns.forEach((column, letter) -> rows.add(label(sheet, column, letter))));
        return String.join(", ", rows);
    }

    private String columnLabels() {
        return contract.columns().stream()
                .map(column ->
                        label(column.name(), column.label().zh(), column.label().en()))
                .collect(Collectors.joining(", "));
    }

    private static String findingLabels(Findings findings) {
        return findings.labels().entrySet().stream()
                .map(entry -> label(
                        entry.getKey(), entry.getValue().zh(), entry.getValue().en()))
                .collect(Collectors.joining(", "));
    }

    private String ruleLabels() {
        List<String> labels = new ArrayList<>();
        // A list needs a row; this one is no finding's.
        labels.add("(cast(null as varchar), '', '')");
        contract.rules()
                .forEach(rule -> labels.add(
                        label(rule.name(), rule.message().zh(), rule.message().en())));
        return String.join(", ", labels);
    }

    private static String label(String code, String zh, String en) {
        return "(%s, %s, %s)".formatted(Sql.literal(code), Sql.literal(zh), Sql.literal(en));
    }

    private static String quoted(List<String> columns) {
        return columns.stream().map(Sql::quoted).collect(Collectors.joining(", "));
    }

    private String all() {
        return "read_parquet(%s)".formatted(Sql.literal(file.toString()));
    }
}
