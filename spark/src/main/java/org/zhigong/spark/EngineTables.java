package org.zhigong.spark;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias$;
import org.apache.spark.sql.catalyst.rules.Rule;
import org.zhigong.warehouse.TableName;
import scala.runtime.AbstractPartialFunction;

/**
 * Puts the rows of a table where a query names it. A view of the catalog would be parsed again, and the schema of its
 * files read again by a job of its own, wherever a query names it.
 */
final class EngineTables extends Rule<LogicalPlan> {

    private final Map<String, LogicalPlan> plans = new HashMap<>();

    /** From now on {@code table} is what {@code rows} reads. */
    void put(TableName table, LogicalPlan rows) {
        plans.put(table.toString(), SubqueryAlias$.MODULE$.apply(table.name(), table.layer(), rows));
    }

    /** From now on only the catalog may know {@code table}. */
    void remove(TableName table) {
        plans.remove(table.toString());
    }

    @Override
    public LogicalPlan apply(LogicalPlan query) {
        return query.resolveOperatorsUp(new Known());
    }

    private Optional<LogicalPlan> find(LogicalPlan plan) {
        if (plan instanceof UnresolvedRelation named
                && named.multipartIdentifier().size() == 2) {
            return Optional.ofNullable(plans.get(named.multipartIdentifier().mkString(".")));
        }
        return Optional.empty();
    }

    private final class Known extends AbstractPartialFunction<LogicalPlan, LogicalPlan> {

        @Override
        public boolean isDefinedAt(LogicalPlan plan) {
            return find(plan).isPresent();
        }

        @Override
        public LogicalPlan apply(LogicalPlan plan) {
            return find(plan).orElse(plan);
        }
    }
}
