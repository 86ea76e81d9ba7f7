package org.zhigong.jobs.city;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhigong.jobs.city.feed.PlantedDefect;
import org.zhigong.jobs.city.feed.TruthWriter;
import org.zhigong.jobs.city.plant.FilePlan;
import org.zhigong.jobs.city.write.FileWriting;
import org.zhigong.warehouse.Json;
import org.zhigong.warehouse.SetupException;

/**
 * Writes a synthetic city: {@code inbox/} as deliverers would fill it, {@code defects/} with what is wrong with which
 * line, {@code truth/} with the figures that have to come out.
 */
public final class Generate {

    private static final Logger LOG = LoggerFactory.getLogger(Generate.class);

    private Generate() {}

    /**
     * Writes the files of a city, and what is wrong with them, into {@code folder}, which is empty or not there yet.
     *
     * @param contentRoot the folder that holds {@code ingest/codes}
     */
    public static City files(CitySettings settings, Path contentRoot, Path folder) {
        requireEmpty(folder);
        City city = new City(settings, contentRoot);
        Path inbox = created(folder.resolve("inbox"));
        Path defects = created(folder.resolve("defects"));
        write(inbox.resolve("parameters.yaml"), parameters(settings));
        for (YearMonth month : city.months()) {
            month(city, month, inbox, defects.resolve(month + ".jsonl"));
        }
        return city;
    }

    /** Writes the figures that have to come out of the files of {@code city}. */
    public static void truth(City city, CitySettings settings, Path folder, TruthWriter truth) {
        truth.write(city, settings.last(), created(folder.resolve("truth")));
    }

    private static void month(City city, YearMonth month, Path inbox, Path defects) {
        long files = 0;
        long planted = 0;
        try (BufferedWriter out = Files.newBufferedWriter(defects, StandardCharsets.UTF_8)) {
            for (FilePlan plan : city.plans(month)) {
                List<PlantedDefect> found = FileWriting.write(inbox, plan, city);
                for (PlantedDefect defect : found) {
                    out.write(Json.line(fields(defect)));
                    out.write('\n');
                }
                files++;
                planted += found.size();
            }
        } catch (IOException e) {
            throw new SetupException(
                    "Cannot write %s: %s; choose a folder that can be written".formatted(defects, e.getMessage()), e);
        }
        LOG.info("month={} files={} planted={}", month, files, planted);
    }

    private static Map<String, Object> fields(PlantedDefect defect) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("feed", defect.feed());
        fields.put("file", defect.file());
        Long line = defect.line();
        if (line != null) {
            fields.put("line", line);
        }
        fields.put("code", defect.code());
        fields.put("outcome", defect.outcome().word());
        String column = defect.column();
        if (column != null) {
            fields.put("column", column);
        }
        return fields;
    }

    private static String parameters(CitySettings settings) {
        return """
                # 合成数据，不含任何真实的人或单位 / Synthetic data: nobody and nothing in it is real.
                synthetic: true
                rules:
                  concentrated_street_small_enterprises: %d
                """.formatted(settings.concentratedStreetSmallEnterprises());
    }

    private static void requireEmpty(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                throw new SetupException(("Cannot generate into %s: expected an empty or a new folder, found files;"
                                + " name another or empty it")
                        .formatted(folder));
            }
        } catch (IOException e) {
            throw new SetupException("Cannot generate into %s: it is not a folder; name another".formatted(folder), e);
        }
    }

    private static Path created(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new SetupException(
                    "Cannot create %s: %s; choose a folder that can be written".formatted(folder, e.getMessage()), e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new SetupException(
                    "Cannot write %s: %s; choose a folder that can be written".formatted(file, e.getMessage()), e);
        }
    }
}
