package org.zhigong.transform;

import java.time.Period;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.SmallTable;
import org.zhigong.warehouse.TableName;

/**
 * Everything that the outputs of a build depend on, besides the engine.
 *
 * @param models the models; those that run once per release are left alone here
 * @param batches the batches that count: known in time and not held; their order does not matter
 * @param raw for each feed the table {@code raw.<feed>} with the columns that its contract keeps
 * @param employers where the codes of employers stand in raw tables
 * @param codes the code lists and the rules
 * @param closing the last month that is built
 */
public record BuildInputs(
        Models models,
        List<Batch> batches,
        Map<TableName, List<Column>> raw,
        EmployerCodes employers,
        List<SmallTable> codes,
        YearMonth closing) {

    public BuildInputs {
        batches = BatchRanking.accepted(batches);
        raw = Collections.unmodifiableMap(new TreeMap<>(raw));
        codes = List.copyOf(codes);
    }

    /** The months that are built: from the first that a snapshot speaks of to the closing month. */
    public List<YearMonth> months() {
        Optional<YearMonth> first = batches.stream()
                .filter(batch -> batch.kind() == Batch.Kind.SNAPSHOT)
                .map(batch -> YearMonth.parse(batch.period()))
                .filter(month -> !month.isAfter(closing))
                .min(YearMonth::compareTo);
        return first.orElse(closing)
                .atDay(1)
                .datesUntil(closing.atEndOfMonth(), Period.ofMonths(1))
                .map(YearMonth::from)
                .toList();
    }

    /**
     * The months before {@link #months} to which batches of events gave rows of {@code table}, in order: what happened
     * before the first snapshot still counts. None for a snapshot feed.
     */
    List<YearMonth> monthsBefore(TableName table) {
        YearMonth first = months().get(0);
        return batches.stream()
                .filter(batch -> batch.kind() == Batch.Kind.EVENTS)
                .filter(batch -> table.equals(new TableName("raw", batch.feed())))
                .flatMap(batch -> batch.rowsByPeriod().keySet().stream())
                .map(YearMonth::parse)
                .filter(month -> month.isBefore(first))
                .distinct()
                .sorted()
                .toList();
    }
}
