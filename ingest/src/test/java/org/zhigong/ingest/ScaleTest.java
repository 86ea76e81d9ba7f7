package org.zhigong.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhigong.ingest.contract.Contracts;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.EngineSettings;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.Json;

/** The median by which a later delivery is seen to be in another unit. */
class ScaleTest {

    @TempDir
    private Path folder;

    @Test
    void aBatchKeepsTheMedianOfTheColumnThatItsContractWatches() throws IOException {
        assertThat(ingested("\n  - {property: zhigong.scaleColumn, value: payroll_fen}\n")
                        .medians())
                .isEqualTo(Map.of("payroll_fen", 5_600_050L));
    }

    @Test
    void aContractThatWatchesNoneKeepsNone() throws IOException {
        assertThat(ingested("\n").medians()).isEmpty();
    }

    private Batch ingested(String property) throws IOException {
        Path feeds = Files.createDirectories(folder.resolve("feeds"));
        String contract = Files.readString(Workshop.FEEDS.resolve("headcount.yaml"));
        Files.writeString(feeds.resolve("headcount.yaml"), contract.stripTrailing() + property);
        Path file =
                Files.createDirectories(folder.resolve("headcount")).resolve("headcount_110000_202503_20250408.csv");
        Files.writeString(file, """
                统一社会信用代码,统计月份,职工人数,女职工,工资总额(元)
                91119990MA00010015,2025-03,120,50,960000.00
                91119990MA0002001C,2025-03,8,3,56000.50
                91119990MA0003001K,2025-03,2,0,12000
                """);
        Home home = new Home(folder.resolve("home"));
        EngineSettings settings = new EngineSettings(1, 256, folder);
        try (Ingest ingest = Ingest.open(Contracts.read(feeds, Workshop.CODES), Workshop.key(), settings)) {
            FileReport report = ingest.ingest(home, Arrival.of(file));
            Path record = home.batch("headcount", report.batch()).resolve("batch.json");
            assertThat(Json.read(record, JsonNode.class).has("medians")).isEqualTo(property.length() > 1);
            return Json.read(record, Batch.class);
        }
    }
}
