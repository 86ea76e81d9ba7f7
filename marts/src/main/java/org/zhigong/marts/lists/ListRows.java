package org.zhigong.marts.lists;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zhigong.marts.release.CurrentRelease;
import org.zhigong.marts.release.Manifest;
import org.zhigong.transform.Model;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.ColumnType;
import org.zhigong.warehouse.DataException;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.Outputs;
import org.zhigong.warehouse.SmallTable;
import org.zhigong.warehouse.StoredOutput;
import org.zhigong.warehouse.TableName;

/** Finds the rows of a list in the very tables that a release was made from, and in nothing else. */
public final class ListRows {

    private static final TableName PERIOD = new TableName("run", "period");

    private final Engine engine;
    private final Home home;
    private final CurrentRelease release;
    private final List<SmallTable> codes;

    /** @param codes the code lists that a list may read */
    public ListRows(Engine engine, Home home, CurrentRelease release, List<SmallTable> codes) {
        this.engine = engine;
        this.home = home;
        this.release = release;
        this.codes = List.copyOf(codes);
    }

    /** The rows that {@code request} may see, in the order of unit and grain. */
    public List<Map<String, Object>> of(ListRequest request) {
        Model model = request.list().model();
        for (TableName table : model.reads().keySet()) {
            define(table, request);
        }
        List<String> columns = model.plainColumns().stream().map(Column::name).toList();
        List<String> order = new ArrayList<>(List.of(request.list().unit()));
        model.grain().stream().filter(column -> !order.contains(column)).forEach(order::add);
        String where = request.unit()
                .map(unit -> " where %s = '%s'".formatted(request.list().unit(), unit.replace("'", "''")))
                .orElse("");
        return engine.query("select %s from (%s) as listed%s order by %s"
                .formatted(String.join(", ", columns), model.sql(), where, String.join(", ", order)));
    }

    private void define(TableName table, ListRequest request) {
        YearMonth closing = release.manifest().closing();
        if (table.equals(WorkingLists.PARAMETERS)) {
            LocalDate until = closing.atEndOfMonth().plusDays(request.days());
            engine.defineRows(
                    table, WorkingLists.PARAMETER_COLUMNS, List.of(Map.of("days", request.days(), "until_on", until)));
        } else if (table.equals(PERIOD)) {
            engine.defineRows(
                    table,
                    List.of(new Column("period", ColumnType.VARCHAR), new Column("period_end", ColumnType.DATE)),
                    List.of(Map.of("period", closing.toString(), "period_end", closing.atEndOfMonth())));
        } else if (table.layer().equals("codes")) {
            SmallTable code = codes.stream()
                    .filter(each -> each.name().equals(table))
                    .findFirst()
                    .orElseThrow(() -> missing(table, request));
            engine.defineRows(table, code.columns(), code.rows());
        } else {
            StoredOutput output = output(table, closing, request);
            engine.define(table, output.columns(), List.of(output.file(home)));
        }
    }

    private StoredOutput output(TableName table, YearMonth closing, ListRequest request) {
        return release.manifest().tables().stream()
                .filter(partition -> partition.table().equals(table.toString()))
                .filter(partition -> partition.period().equals(closing.toString()))
                .map(Manifest.Partition::fingerprint)
                .findFirst()
                .flatMap(fingerprint -> new Outputs(home).find(table, fingerprint))
                .orElseThrow(() -> missing(table, request));
    }

    private DataException missing(TableName table, ListRequest request) {
        return new DataException(
                "The list %s reads %s, and release %s was not made from it for %s. Run 'zhigong run' again"
                        .formatted(
                                request.list().name(),
                                table,
                                release.id(),
                                release.manifest().closing()));
    }
}
