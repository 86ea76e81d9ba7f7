package org.zhigong.spark;

import org.apache.spark.sql.classic.SparkSession;

/**
 * How much Spark does about a query before it runs. Of few rows, compiling and splitting cost more than they save: most
 * of the time of a small month is planning.
 */
enum Effort {
    SMALL,
    LARGE;

    /** How many MiB a table has at most that one task can do at ease. */
    private static final String SMALL_MIB = "spark.zhigong.small.mib";

    private static final String DEFAULT_SMALL_MIB = "32";

    /** What queries of {@code session} deserve that read files of {@code bytes} together. */
    static Effort of(long bytes, SparkSession session) {
        long small = Long.parseLong(session.conf().get(SMALL_MIB, DEFAULT_SMALL_MIB)) << 20;
        return bytes <= small ? SMALL : LARGE;
    }

    /** From now on {@code session} takes this effort; {@code partitions} is how many parts a large shuffle has. */
    void in(SparkSession session, int partitions) {
        boolean isLarge = this == LARGE;
        session.conf().set("spark.sql.shuffle.partitions", isLarge ? partitions : 1);
        session.conf().set("spark.sql.adaptive.enabled", isLarge);
        session.conf().set("spark.sql.codegen.wholeStage", isLarge);
        session.conf().set("spark.sql.codegen.factoryMode", isLarge ? "FALLBACK" : "NO_CODEGEN");
    }
}
