package org.zhigong.ingest.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.ColumnType;

/**
 * What a feed promises: one file of {@code ingest/feeds}, checked whole.
 *
 * @param feed its name
 * @param version the contract's version as its author counts
 * @param label the feed's name for people
 * @param governance purpose, legal basis, retention, calendar, owner
 * @param kind whether a file states everything or adds
 * @param keyColumns kept columns that name a row
 * @param periodColumn the column whose month a row belongs to; empty: the file's period
 * @param filePeriodColumn a month or date column whose dominant month must be the file's period (WRONG_PERIOD)
 * @param isSamePeriod whether every row of {@code filePeriodColumn} must be of the file's period, else it is
 *     quarantined
 * @param files what a file looks like
 * @param columns in the order of headerless files
 * @param rules over one row
 * @param maxQuarantinedShare the share of quarantined rows beyond which a file is rejected
 * @param maxVolumeJump the relative change of rows beyond which a file is held; empty: never
 * @param scaleColumn a number whose median must keep its scale from month to month, else a file is held; empty: none
 * @param registerColumn a credit code that its rows make known as that of an employer; empty: it is no register
 * @param contentHash of the contract file's bytes; part of batch ids
 */
public record Contract(
        String feed,
        String version,
        Label label,
        Governance governance,
        Batch.Kind kind,
        List<String> keyColumns,
        Optional<String> periodColumn,
        Optional<String> filePeriodColumn,
        boolean isSamePeriod,
        FileRules files,
        List<ContractColumn> columns,
        List<RowRule> rules,
        double maxQuarantinedShare,
        Optional<Double> maxVolumeJump,
        Optional<String> scaleColumn,
        Optional<String> registerColumn,
        String contentHash) {

    public Contract {
        keyColumns = List.copyOf(keyColumns);
        columns = List.copyOf(columns);
        rules = List.copyOf(rules);
    }

    /** The column called {@code name}. @throws IllegalArgumentException naming the valid ones */
    public ContractColumn column(String name) {
        return columns.stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Feed %s has no column '%s'; it has %s"
                        .formatted(
                                feed,
                                name,
                                columns.stream().map(ContractColumn::name).toList())));
    }

    /** The code lists that decide about rows of this feed; their content is part of batch ids. */
    public Set<String> codeLists() {
        Set<String> lists = new TreeSet<>();
        for (ContractColumn column : columns) {
            column.codeList().ifPresent(lists::add);
            switch (column.kind()) {
                case DIVISION, STREET, DISTRICT_NAME -> lists.add("divisions");
                case INDUSTRY ->
                    lists.addAll(List.of(
                            "industries",
                            "industry_divisions",
                            "industry_codes",
                            "industry_letters",
                            "industry_matches"));
                case OWNERSHIP -> lists.add("ownership");
                case PERSON_DOCUMENT -> lists.add("doc_type");
                case CREDIT_CODE -> lists.add("legacy_codes");
                case TEXT,
                        CODE,
                        COUNT,
                        PERCENT,
                        MONEY,
                        DATE,
                        MONTH,
                        MINUTE,
                        BOOLEAN,
                        UNION_CODE,
                        PERSON_NAME,
                        BIRTH_DATE,
                        PHONE,
                        CAPITAL,
                        COVERAGE,
                        FREE_TEXT,
                        IGNORED -> {}
            }
        }
        return lists;
    }

    /** What is kept of the contract's columns, in contract order. */
    public List<Column> keptColumns() {
        return columns.stream().flatMap(c -> c.kept().stream()).toList();
    }

    /** The columns of {@code rows.parquet}: what is kept, then period, flags, verdict and source_line. */
    public List<Column> fileColumns() {
        List<Column> all = new ArrayList<>(keptColumns());
        all.add(new Column("period", ColumnType.VARCHAR));
        all.add(new Column("flags", ColumnType.VARCHAR));
        all.add(new Column("verdict", ColumnType.VARCHAR));
        all.add(new Column("source_line", ColumnType.BIGINT));
        return List.copyOf(all);
    }

    /** The columns of {@code raw.<feed>} as models see it. */
    public List<Column> rawColumns() {
        List<Column> all = new ArrayList<>(keptColumns());
        all.add(new Column("period", ColumnType.VARCHAR));
        all.add(new Column("flags", ColumnType.VARCHAR));
        all.add(new Column("source_line", ColumnType.BIGINT));
        all.add(new Column("batch_id", ColumnType.VARCHAR));
        all.add(new Column("file_sha256", ColumnType.VARCHAR));
        all.add(new Column("deliverer", ColumnType.VARCHAR));
        all.add(new Column("received_on", ColumnType.DATE));
        all.add(new Column("is_current", ColumnType.BOOLEAN));
        all.add(new Column("set_aside_as", ColumnType.VARCHAR));
        all.add(new Column("file_row_number", ColumnType.BIGINT));
        return List.copyOf(all);
    }
}
