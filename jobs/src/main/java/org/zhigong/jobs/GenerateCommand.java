package org.zhigong.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.zhigong.jobs.city.City;
import org.zhigong.jobs.city.CitySettings;
import org.zhigong.jobs.city.Generate;
import org.zhigong.jobs.city.truth.FileHash;
import org.zhigong.jobs.city.truth.TruthFiles;
import org.zhigong.warehouse.AtomicFiles;
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
        Map<String, Object> line = new LinkedHashMap<>();
        try (Engine engine =
                EngineProvider.named("duckdb").open(settings.engine(to.resolveSibling(to.getFileName() + ".spill")))) {
            long begun = System.nanoTime();
            City made = Generate.files(city, settings.content(), to, settings.threads());
            line.put("bytes", bytes(to.resolve("inbox")));
            line.put("files_seconds", secondsSince(begun));
            begun = System.nanoTime();
            Generate.truth(made, city, to, new TruthFiles(engine, FileHash.below(to.resolve("inbox"))));
            line.put("truth_seconds", secondsSince(begun));
        }
        line.put("to", to.toString());
        line.put("scale", city.scale());
        line.put("seed", city.seed());
        line.put("months", city.first() + ".." + city.last());
        line.put("synthetic", true);
        zhigong.console.lastLine(line);
        return 0;
    }

    private static double secondsSince(long begun) {
        return Math.round((System.nanoTime() - begun) / 1e7) / 100.0;
    }

    private static long bytes(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw AtomicFiles.failed("read", folder, e);
        }
    }
}
