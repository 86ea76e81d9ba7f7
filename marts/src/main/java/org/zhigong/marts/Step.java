package org.zhigong.marts;

import org.zhigong.warehouse.TableName;

/**
 * One query on the way from a base to its cells.
 *
 * @param table what later steps know the result as
 */
record Step(TableName table, String select, Keeping keeping) {

    /** What becomes of the result. */
    enum Keeping {
        /** The engine keeps its rows, since it takes work and is read more than once. */
        KEPT,
        /** It is computed where it is read. */
        VIEW
    }

    static Step kept(TableName table, String select) {
        return new Step(table, select, Keeping.KEPT);
    }

    static Step view(TableName table, String select) {
        return new Step(table, select, Keeping.VIEW);
    }
}
