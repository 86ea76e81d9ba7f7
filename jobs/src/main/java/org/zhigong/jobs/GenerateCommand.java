package org.zhigong.jobs;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.zhigong.jobs.city.CitySettings;
import org.zhigong.jobs.city.Generate;
import org.zhigong.jobs.city.truth.FileHash;
import org.zhigong.jobs.city.truth.TruthFiles;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Invents a city. */
@Command(name = "generate", description = "Invent a city: its inbox, what is wrong in it, its true figures. / 生成合成城市。")
final class GenerateCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Zhigong zhigong;

    @Mixin
    private final GenerateOptions options = new GenerateOptions();

    @Option(names = "--to", required = true, paramLabel = "DIR", description = "A new or empty folder. / 目标目录。")
    private Path to = Path.of("city");

    @Option(names = "--defects", paramLabel = "none|some", description = "Whether to plant defects. / 是否埋入缺陷。")
    private CitySettings.Defects defects = CitySettings.Defects.NONE;

    @Override
    public Integer call() {
        Settings settings = zhigong.settings;
        CitySettings city = options.settings(defects);
        try (Engine engine =
                EngineProvider.named("duckdb").open(settings.engine(to.resolveSibling(to.getFileName() + ".spill")))) {
            Generate.city(city, settings.content(), to, new TruthFiles(engine, FileHash.below(to.resolve("inbox"))));
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("to", to.toString());
        line.put("scale", city.scale());
        line.put("seed", city.seed());
        line.put("months", city.first() + ".." + city.last());
        line.put("synthetic", true);
        zhigong.console.lastLine(line);
        return 0;
    }
}
