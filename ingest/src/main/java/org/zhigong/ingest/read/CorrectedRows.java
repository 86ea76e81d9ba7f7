package org.zhigong.ingest.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhigong.ingest.contract.ColumnKind;
import org.zhigong.ingest.contract.Contract;
import org.zhigong.ingest.contract.ContractColumn;

/**
 * Corrected rows as a table of the engine, in memory alone: what was typed holds names and numbers of persons, and is
 * written nowhere. The table looks like a file that went the careful way.
 */
final class CorrectedRows {

    static final String TABLE = "zg_corrected";

    private static final String WITHDRAWN = "WITHDRAWN";
    private static final String LATER = "NOT_CORRECTED";
    private static final String OPEN = "REPAIR_OPEN";

    /** So many rows a statement: each is parsed as a text. */
    private static final int CHUNK = 200;

    private final Connected engine;
    private final List<String> columns;

    CorrectedRows(Connected engine, Contract contract) {
        this.engine = engine;
        this.columns = contract.columns().stream()
                .filter(column -> column.kind() != ColumnKind.IGNORED)
                .map(ContractColumn::name)
                .toList();
    }

    /** The layout of the table: the columns of the contract in its order. */
    Layout layout() {
        Map<String, Integer> positions = new HashMap<>();
        columns.forEach(column -> positions.put(column, positions.size()));
        return new Layout(',', columns.size(), 0, columns, positions, Map.of());
    }

    /** Fills the table with the rows of {@code sheet}. */
    void fill(CorrectedSheet sheet) {
        List<CorrectedRow> rows = sheet.rows();
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            fields.add("zg_c%d varchar".formatted(i));
        }
        engine.update(
                "create or replace table %s (%s, zg_sheet varchar, zg_line bigint, zg_flaw varchar, zg_origin bigint)"
                        .formatted(TABLE, String.join(", ", fields)));
        for (int from = 0; from < rows.size(); from += CHUNK) {
            List<String> values = rows.subList(from, Math.min(rows.size(), from + CHUNK)).stream()
                    .map(row -> values(sheet.name(), row))
                    .toList();
            engine.update("insert into %s values %s".formatted(TABLE, String.join(", ", values)));
        }
    }

    /** Empties the memory of what was typed. */
    void forget() {
        engine.update("drop table if exists " + TABLE);
    }

    private String values(String sheet, CorrectedRow row) {
        List<String> values = new ArrayList<>();
        for (String column : columns) {
            String text = row.cells().getOrDefault(column, "");
            values.add(text.isEmpty() ? "null" : Sql.literal(text.replace("\0", "")));
        }
        values.add(Sql.literal(sheet));
        values.add(String.valueOf(row.line()));
        values.add(flaw(row).map(Sql::literal).orElse("null"));
        values.add(String.valueOf(row.originRow()));
        return "(" + String.join(", ", values) + ")";
    }

    private static Optional<String> flaw(CorrectedRow row) {
        return switch (row.decision()) {
            case CORRECT -> row.open().map(column -> OPEN + Judgement.FIELD + column);
            case WITHDRAW -> Optional.of(WITHDRAWN);
            case LATER -> Optional.of(LATER);
        };
    }

    /** What a flaw that was written here means for its row; empty for any other flaw. */
    static Optional<Judgement> judgement(String flaw) {
        if (flaw.equals(WITHDRAWN) || flaw.equals(LATER)) {
            return Optional.of(Judgement.dropped(flaw));
        }
        String open = OPEN + Judgement.FIELD;
        return flaw.startsWith(open)
                ? Optional.of(Judgement.quarantined(flaw.substring(open.length()), OPEN, ""))
                : Optional.empty();
    }

    /** The condition that {@code rows.parquet} says a row was taken back. */
    static String isWithdrawn() {
        return "zg_drop = " + Sql.literal(WITHDRAWN);
    }
}
