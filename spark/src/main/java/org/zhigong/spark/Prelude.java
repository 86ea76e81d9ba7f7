package org.zhigong.spark;

import java.util.List;

/** The few functions of the portable subset whose spelling differs; DuckDB has the same names as macros. */
final class Prelude {

    static final List<String> STATEMENTS = List.of();

    private Prelude() {}
}
