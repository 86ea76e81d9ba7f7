package org.zhigong.marts;

import java.util.List;
import org.zhigong.warehouse.TableName;

/**
 * One query on the way from a base to its cells.
 *
 * @param table what later steps know the result as
 * @param order the columns that it is sorted by when it is kept in a file; empty where it is read once and not kept
 */
record Step(TableName table, String select, List<String> order) {

    Step {
        order = List.copyOf(order);
    }

    boolean isKept() {
        return !order.isEmpty();
    }
}
