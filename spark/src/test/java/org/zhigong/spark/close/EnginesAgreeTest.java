package org.zhigong.spark.close;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineProvider;
import org.zhigong.warehouse.EngineSettings;

/**
 * A month of a city with defects, closed by both engines: every row of every table, and every released file in order.
 */
@Tag("spark")
class EnginesAgreeTest {

    @TempDir
    private static Path folder;

    @Test
    void bothEnginesGiveTheSameRows() throws IOException, InterruptedException {
        try (Processes processes = new Processes(folder)) {
            Command zhigong = new Command(processes, folder);
            String city = folder.resolve("city").toString();
            done(zhigong.run(
                    "generate",
                    "generate",
                    "--to",
                    city,
                    "--scale",
                    "0.0002",
                    "--months",
                    "2025-11..2025-12",
                    "--seed",
                    "5",
                    "--defects",
                    "some"));
            close(zhigong, "duckdb", city);
            close(zhigong, "spark", city);
        }
        try (Engine engine = EngineProvider.named("duckdb").open(new EngineSettings(1, 512, folder.resolve("spill")))) {
            assertThat(new Agreement(engine).differences(folder.resolve("duckdb"), folder.resolve("spark")))
                    .isEmpty();
        }
    }

    private static void close(Command zhigong, String engine, String city) throws IOException, InterruptedException {
        done(zhigong.run(
                engine,
                "run",
                "--home",
                folder.resolve(engine).toString(),
                "--inbox",
                city + "/inbox",
                "--month",
                "2025-11",
                "--engine",
                engine));
    }

    private static void done(Command.Ended ended) {
        assertThat(ended.code()).as(ended.err() + ended.out()).isZero();
    }
}
