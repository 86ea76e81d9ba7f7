package org.zhigong.jobs;

import java.time.YearMonth;
import org.zhigong.jobs.city.CitySettings;
import org.zhigong.warehouse.SetupException;
import picocli.CommandLine.Option;

/** The options of a synthetic city. */
final class GenerateOptions {

    @Option(names = "--scale", paramLabel = "S", description = "1 is the whole city; default 0.001. / 规模。")
    private double scale = 0.001;

    @Option(names = "--months", paramLabel = "A..B", description = "Default 2025-01..2025-12. / 月份。")
    private String months = "2025-01..2025-12";

    @Option(names = "--seed", paramLabel = "N", description = "Default 7. / 随机种子。")
    private long seed = 7;

    CitySettings settings(CitySettings.Defects defects) {
        String[] ends = months.split("\\.\\.", -1);
        if (ends.length != 2) {
            throw new SetupException(
                    "Invalid --months: expected two months such as 2025-01..2025-12, found '%s'".formatted(months));
        }
        YearMonth first = CloseOptions.month("--months", ends[0]);
        YearMonth last = CloseOptions.month("--months", ends[1]);
        return new CitySettings(scale, seed, first, last, defects);
    }
}
