package org.zhigong.spark;

import java.util.Map;
import java.util.WeakHashMap;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.classic.SparkSession;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineProvider;
import org.zhigong.warehouse.EngineSettings;
import org.zhigong.warehouse.SetupException;
import scala.runtime.BoxedUnit;

/**
 * The way to Spark: an {@link Engine} over a session in this process. What is set as a system property of Spark, such
 * as {@code spark.master}, stands; where no master is named, the session computes here.
 */
public final class Spark implements EngineProvider {

    /** Planning, which is most of the work on few rows, keeps one thread busy. */
    private static final int MOST_SESSIONS = 4;

    private final Map<Object, EngineTables> tables = new WeakHashMap<>();

    @Override
    public String name() {
        return "spark";
    }

    @Override
    public String identity() {
        return "spark " + org.apache.spark.package$.MODULE$.SPARK_VERSION();
    }

    @Override
    public int sideBySide(EngineSettings settings) {
        return Math.min(MOST_SESSIONS, settings.threads());
    }

    @Override
    public Engine open(EngineSettings settings) {
        SparkConf conf = conf(settings);
        Masters.requireReachable(conf.get("spark.master"));
        SparkSession first = session(conf);
        return new SparkEngine(
                first,
                of(first),
                IntStream.range(1, sideBySide(settings))
                        .mapToObj(any -> first.newSession())
                        .map(session -> new SparkEngine(session, of(session)))
                        .toList());
    }

    private SparkSession session(SparkConf conf) {
        try {
            return SparkSession.builder()
                    .config(conf)
                    .withExtensions(extensions -> {
                        extensions.injectResolutionRule(session -> of(session));
                        return BoxedUnit.UNIT;
                    })
                    .create();
        } catch (RuntimeException e) {
            throw new SetupException(
                    ("Cannot start Spark with the master %s: %s. A cluster has to run the version of this side, %s, and to"
                                    + " have room for an executor; ZHIGONG_SPARK_LOG=INFO shows what Spark says")
                            .formatted(conf.get("spark.master"), e.getMessage(), identity()),
                    e);
        }
    }

    private synchronized EngineTables of(Object session) {
        return tables.computeIfAbsent(session, any -> new EngineTables());
    }

    private static SparkConf conf(EngineSettings settings) {
        SparkConf conf = new SparkConf();
        conf.setIfMissing("spark.app.name", "zhigong");
        conf.setIfMissing("spark.master", "local[" + settings.threads() + "]");
        conf.setIfMissing("spark.ui.enabled", "false");
        if (conf.get("spark.master").startsWith("local")) {
            conf.setIfMissing("spark.driver.host", "127.0.0.1");
            conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
        }
        conf.setIfMissing("spark.local.dir", settings.scratch().toString());
        conf.setIfMissing(
                "spark.sql.warehouse.dir",
                settings.scratch().resolve("warehouse").toUri().toString());
        conf.set("spark.sql.session.timeZone", "UTC");
        conf.set("spark.sql.datetime.java8API.enabled", "true");
        conf.set("spark.sql.parquet.compression.codec", "zstd");
        // What follows from conditions on 150 columns takes long to write down, and a checkpoint of rows for which it
        // was
        // written down fails: 'key not found' for a column that was left out meanwhile.
        conf.set("spark.sql.constraintPropagation.enabled", "false");
        return conf;
    }
}
