package org.zhigong.spark;

import org.apache.spark.sql.classic.SparkSession;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineProvider;
import org.zhigong.warehouse.EngineSettings;
import scala.runtime.BoxedUnit;

/** The way to Spark: an {@link Engine} over a session in this process. */
public final class Spark implements EngineProvider {

    @Override
    public String name() {
        return "spark";
    }

    @Override
    public String identity() {
        return "spark " + org.apache.spark.package$.MODULE$.SPARK_VERSION();
    }

    @Override
    public Engine open(EngineSettings settings) {
        EngineTables tables = new EngineTables();
        SparkSession session = SparkSession.builder()
                .appName("zhigong")
                .master("local[" + settings.threads() + "]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.local.dir", settings.scratch().toString())
                .config(
                        "spark.sql.warehouse.dir",
                        settings.scratch().resolve("warehouse").toUri().toString())
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.datetime.java8API.enabled", "true")
                .config("spark.sql.shuffle.partitions", Integer.toString(settings.threads()))
                .config("spark.sql.parquet.compression.codec", "zstd")
                .withExtensions(extensions -> {
                    extensions.injectResolutionRule(any -> tables);
                    return BoxedUnit.UNIT;
                })
                .create();
        return new SparkEngine(session, tables);
    }
}
