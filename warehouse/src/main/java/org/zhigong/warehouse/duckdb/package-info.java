/** The embedded engine, DuckDB. Start at {@link org.zhigong.warehouse.duckdb.DuckDb}. */
@NullMarked
package org.zhigong.warehouse.duckdb;

import org.jspecify.annotations.NullMarked;
