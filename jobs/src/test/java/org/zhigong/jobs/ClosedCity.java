package org.zhigong.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhigong.jobs.city.City;
import org.zhigong.jobs.city.CitySettings;
import org.zhigong.jobs.city.DeliveryCalendar;
import org.zhigong.jobs.city.Generate;
import org.zhigong.jobs.city.feed.Delivery;
import org.zhigong.warehouse.Batches;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineProvider;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.HomeLock;
import org.zhigong.warehouse.Json;

/** A synthetic city and the home in which its months are closed, by the words that a person would use. */
final class ClosedCity implements AutoCloseable {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-05T06:00:00Z"), ZoneOffset.UTC);

    /** A file as {@code zhigong ingest --json} reports it. */
    record Intaken(String feed, String batch, String verdict, long accepted, Map<String, Long> reasons) {}

    private final Path folder;
    private final City city;
    private final DeliveryCalendar calendar;
    private final Map<String, String> environment;
    private final Map<String, Intaken> intake = new TreeMap<>();
    private final Engine engine;

    ClosedCity(CitySettings settings, Path folder) {
        this.folder = folder;
        environment = Map.of(
                "ZHIGONG_HOME",
                folder.resolve("home").toString(),
                "ZHIGONG_KEYS",
                folder.resolve("keys").toString(),
                "ZHIGONG_CONTENT",
                "..",
                "ZHIGONG_THREADS",
                "2");
        // The truth is worked out by the test itself, for each close.
        city = Generate.files(settings, Path.of(".."), folder.resolve("city"), 2);
        calendar = DeliveryCalendar.of(city);
        engine = EngineProvider.named("duckdb").open(settings().engine(folder.resolve("spill")));
    }

    City city() {
        return city;
    }

    /** Where all files of the city lie, delivered or not yet. */
    Path files() {
        return folder.resolve("city/inbox");
    }

    /** Delivers what arrives by {@code knownOn}, and closes {@code month} with it. */
    void close(YearMonth month, LocalDate knownOn) {
        Path inbox = folder.resolve("inbox");
        copy("parameters.yaml", inbox);
        for (Delivery delivery : delivered(knownOn)) {
            DeliveryCalendar.files(delivery).forEach(file -> copy(file, inbox));
        }
        String reports = command(1, "ingest", "--inbox", inbox.toString(), "--json");
        Map<String, List<Map<String, Object>>> files = Json.parse(reports, new TypeReference<>() {});
        Objects.requireNonNull(files.get("files")).forEach(this::note);
        command(0, "run", "--inbox", inbox.toString(), "--month", month.toString());
    }

    /** The files that arrive by {@code knownOn}, in that order. */
    List<Delivery> delivered(LocalDate knownOn) {
        return calendar.all().stream()
                .filter(delivery -> !delivery.receivedOn().isAfter(knownOn))
                .toList();
    }

    /** What became of each file when it came, by feed and name. */
    Map<String, Intaken> intake() {
        return intake;
    }

    /** Every planted defect of the files that were delivered. */
    List<Map<String, Object>> planted() {
        List<Map<String, Object>> planted = new ArrayList<>();
        try (Stream<Path> lists = Files.list(folder.resolve("city/defects"))) {
            for (Path list : lists.sorted().toList()) {
                Files.readAllLines(list).forEach(line -> planted.add(Json.parse(line, new TypeReference<>() {})));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        planted.removeIf(defect -> !intake.containsKey(defect.get("feed") + "/" + defect.get("file")));
        return planted;
    }

    /** What the close of {@code month} was made of; nothing is computed again. */
    MonthClose.Built built(YearMonth month) {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        Console console = new Console(nowhere, nowhere, false, CLOCK);
        try (HomeLock lock = HomeWork.lock(settings(), console, "test")) {
            Content content = new Content(settings().content());
            MonthClose.Built built = new MonthClose(settings(), content, lock, console)
                    .build(CloseRequest.of(month), Batches.read(lock.home()));
            assertThat(built.computed()).as("outputs that the run had not made").isZero();
            return built;
        }
    }

    /** The rows of tables of the home. */
    List<Map<String, Object>> rows(List<Path> files) {
        return engine.query("select * from read_parquet(%s)".formatted(list(files)));
    }

    /** What {@code columns} say of the files {@code part} of all batches, where {@code condition} holds. */
    List<Map<String, Object>> batchRows(String part, String columns, String condition) {
        List<Path> files = batchFiles(part);
        return files.isEmpty()
                ? List.of()
                : engine.query(
                        "select filename, %s from read_parquet(%s, filename = true, union_by_name = true) where %s"
                                .formatted(columns, list(files), condition));
    }

    private static String list(List<Path> files) {
        return files.stream().distinct().map(file -> "'" + file + "'").collect(Collectors.joining(", ", "[", "]"));
    }

    /** The files {@code part} of all batches that have it. */
    List<Path> batchFiles(String part) {
        return intake.values().stream()
                .map(file -> home().batch(file.feed(), file.batch()).resolve(part))
                .filter(Files::exists)
                .distinct()
                .toList();
    }

    Home home() {
        return new Home(settings().home());
    }

    @Override
    public void close() {
        engine.close();
    }

    private Settings settings() {
        return Settings.from(environment, folder, 2, 4_096);
    }

    private void note(Map<String, Object> report) {
        Map<String, Long> reasons = new TreeMap<>();
        ((Map<?, ?>) Objects.requireNonNull(report.get("reasons")))
                .forEach((code, rows) -> reasons.put(String.valueOf(code), ((Number) rows).longValue()));
        String feed = String.valueOf(report.get("feed"));
        intake.putIfAbsent(
                feed + "/" + report.get("file"),
                new Intaken(
                        feed,
                        String.valueOf(report.get("batch")),
                        String.valueOf(report.get("verdict")),
                        ((Number) Objects.requireNonNull(report.get("accepted"))).longValue(),
                        reasons));
    }

    /** The standard output of a command that ends with {@code worst} or better. */
    private String command(int worst, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(words, environment, CLOCK, new PrintWriter(out), new PrintWriter(err));
        assertThat(code).as("%s%n%s", String.join(" ", words), err).isLessThanOrEqualTo(worst);
        return out.toString();
    }

    private void copy(String file, Path inbox) {
        try {
            Files.createDirectories(inbox.resolve(file).getParent());
            Files.copy(files().resolve(file), inbox.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
