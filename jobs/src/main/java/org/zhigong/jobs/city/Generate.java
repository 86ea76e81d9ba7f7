package org.zhigong.jobs.city;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhigong.jobs.city.feed.PlantedDefect;
import org.zhigong.jobs.city.feed.TruthWriter;
import org.zhigong.jobs.city.plant.FilePlan;
import org.zhigong.jobs.city.write.FileWriting;
import org.zhigong.warehouse.Json;
import org.zhigong.warehouse.SetupException;
import org.zhigong.warehouse.SideBySide;

/**
 * Writes a synthetic city: {@code inbox/} as deliverers would fill it, {@code defects/} with what is wrong with which
 * line, {@code truth/} with the figures that have to come out.
 */
public final class Generate {

    private static final Logger LOG = LoggerFactory.getLogger(Generate.class);

    // Each remembers a part of the city.
    private static final int MOST_THREADS = 4;

    private Generate() {}

    /**
     * Writes the files of a city, and what is wrong with them, into {@code folder}, which is empty or not there yet.
     *
     * @param contentRoot the folder that holds {@code ingest/codes}
     * @param threads how many files are written at a time; the bytes never depend on it
     */
    public static City files(CitySettings settings, Path contentRoot, Path folder, int threads) {
        requireEmpty(folder);
        City city = new City(settings, contentRoot);
        Path inbox = created(folder.resolve("inbox"));
        Path defects = created(folder.resolve("defects"));
        write(inbox.resolve("parameters.yaml"), parameters(settings));
        List<SideBySide.Step<City>> steps = new ArrayList<>();
        for (YearMonth month : city.months()) {
            List<FilePlan> plans = city.plans(month);
            List<List<PlantedDefect>> planted = new ArrayList<>(Collections.nCopies(plans.size(), List.of()));
            int first = steps.size();
            for (int i = 0; i < plans.size(); i++) {
                int place = i;
                // Each thread has its own place in the list.
                steps.add(new SideBySide.Step<>(
                        List.of(), each -> planted.set(place, FileWriting.write(inbox, plans.get(place), each))));
            }
            steps.add(new SideBySide.Step<>(
                    IntStream.range(first, steps.size()).boxed().toList(),
                    each -> log(month, planted, defects.resolve(month + ".jsonl"))));
        }
        SideBySide.run(
                Stream.iterate(city, City::beside)
                        .limit(Math.min(threads, MOST_THREADS))
                        .toList(),
                steps);
        return city;
    }

    /** Writes the figures that have to come out of the files of {@code city}. */
    public static void truth(City city, CitySettings settings, Path folder, TruthWriter truth) {
        truth.write(city, settings.last(), created(folder.resolve("truth")));
    }

    private static void log(YearMonth month, List<List<PlantedDefect>> planted, Path defects) {
        List<PlantedDefect> all = planted.stream().flatMap(List::stream).toList();
        try (BufferedWriter out = Files.newBufferedWriter(defects, StandardCharsets.UTF_8)) {
            for (PlantedDefect defect : all) {
                out.write(Json.line(fields(defect)));
                out.write('\n');
            }
        } catch (IOException e) {
            throw new SetupException(
                    "Cannot write %s: %s; choose a folder that can be written".formatted(defects, e.getMessage()), e);
        }
        LOG.info("month={} files={} planted={}", month, planted.size(), all.size());
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
