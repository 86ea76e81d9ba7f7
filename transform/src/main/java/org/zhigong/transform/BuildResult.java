package org.zhigong.transform;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.StoredOutput;
import org.zhigong.warehouse.TableName;

/**
 * What a build made: an output for every monthly model and month, whether it ran now or before.
 *
 * @param months the months, in order
 * @param ran what was done for each table and month, in the order in which it was done
 * @param outputs the outputs by table and month
 */
public record BuildResult(
        List<YearMonth> months, List<Ran> ran, SortedMap<TableName, SortedMap<YearMonth, StoredOutput>> outputs) {

    public BuildResult {
        months = List.copyOf(months);
        ran = List.copyOf(ran);
        outputs = Collections.unmodifiableSortedMap(new TreeMap<>(outputs));
    }

    /** Those of {@link #ran} for which a model had to run. */
    public List<Ran> built() {
        return ran.stream().filter(each -> each.how() == Ran.How.BUILT).toList();
    }

    /** The outputs of {@code table} by month; none if it is not a monthly model. */
    public SortedMap<YearMonth, StoredOutput> of(TableName table) {
        @Nullable SortedMap<YearMonth, StoredOutput> found = outputs.get(table);
        return found == null ? Collections.emptySortedMap() : found;
    }

    /** The files of {@code table}, one a month, in the order of months. */
    public List<Path> files(Home home, TableName table) {
        return of(table).values().stream().map(output -> output.file(home)).toList();
    }

    /** What every check found in every output, by table and month. */
    public List<CheckOutcome> checks() {
        List<CheckOutcome> outcomes = new ArrayList<>();
        outputs.forEach((table, months) -> months.forEach((month, output) -> {
            for (StoredOutput.Checked found : output.checks()) {
                Check check = new Check(found.check(), Severity.parse(found.severity()), found.owner());
                outcomes.add(new CheckOutcome(table, month, check, found.failures(), found.sample()));
            }
        }));
        return outcomes;
    }

    /** Those of {@link #checks} that found something. */
    public List<CheckOutcome> failures() {
        return checks().stream().filter(outcome -> outcome.failures() > 0).toList();
    }

    /** The output of {@code table} for {@code month}, if there is one. */
    public Optional<StoredOutput> output(TableName table, YearMonth month) {
        return Optional.ofNullable(of(table).get(month));
    }
}
