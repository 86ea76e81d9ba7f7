package org.zhigong.jobs;

import java.util.List;
import java.util.Map;
import org.zhigong.marts.release.CurrentRelease;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineProvider;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.TableName;

/** What one release changed against another, by indicator and period; confidential figures compare as confidential. */
final class ReleaseChanges {

    static final List<String> COLUMNS = List.of("indicator", "added", "removed", "changed", "same", "periods_changed");

    private ReleaseChanges() {}

    static List<Map<String, Object>> between(
            Settings settings, Home home, CurrentRelease before, CurrentRelease after) {
        TableName figures = new TableName("marts", "figures");
        try (Engine engine = EngineProvider.named("duckdb").open(settings.engine(home.scratch()))) {
            engine.define(
                    new TableName("older", "figures"),
                    "select * from read_parquet('%s')".formatted(quoted(before, figures)));
            engine.define(
                    new TableName("newer", "figures"),
                    "select * from read_parquet('%s')".formatted(quoted(after, figures)));
            return engine.query("""
                    with
                    keyed as (
                        select coalesce(o.indicator, n.indicator) as indicator,
                            coalesce(o.period, n.period) as period,
                            case
                                when o.indicator is null then 'added'
                                when n.indicator is null then 'removed'
                                when o.protection <> n.protection
                                    or o.definition_version <> n.definition_version
                                    or o.status <> n.status
                                    or o.numerator is distinct from n.numerator
                                    or o.denominator is distinct from n.denominator
                                    or o.lower is distinct from n.lower
                                    or o.upper is distinct from n.upper then 'changed'
                                else 'same'
                            end as change
                        from older.figures as o
                        full join newer.figures as n
                            on o.indicator = n.indicator and o.period = n.period
                            and o.place_scheme = n.place_scheme and o.place_level = n.place_level
                            and o.place = n.place and o.breakdown = n.breakdown
                            and o.breakdown_value = n.breakdown_value and o.category = n.category
                    )
                    select indicator,
                        count(*) filter (where change = 'added') as added,
                        count(*) filter (where change = 'removed') as removed,
                        count(*) filter (where change = 'changed') as changed,
                        count(*) filter (where change = 'same') as same,
                        string_agg(distinct case when change = 'changed' then period end, ' '
                            order by case when change = 'changed' then period end) as periods_changed
                    from keyed
                    group by indicator
                    order by indicator
                    """);
        }
    }

    private static String quoted(CurrentRelease release, TableName table) {
        return String.valueOf(release.tables().get(table)).replace("'", "''");
    }
}
