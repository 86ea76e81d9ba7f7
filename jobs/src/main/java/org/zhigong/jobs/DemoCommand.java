package org.zhigong.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zhigong.ingest.FileReport;
import org.zhigong.jobs.city.City;
import org.zhigong.jobs.city.CitySettings;
import org.zhigong.jobs.city.DeliveryCalendar;
import org.zhigong.jobs.city.Generate;
import org.zhigong.jobs.city.feed.Delivery;
import org.zhigong.jobs.city.truth.FileHash;
import org.zhigong.jobs.city.truth.TruthFiles;
import org.zhigong.marts.release.Publication;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.Batches;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineProvider;
import org.zhigong.warehouse.HomeLock;
import org.zhigong.warehouse.SetupException;
import org.zhigong.warehouse.SideBySide;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The tour: a small synthetic city, closed month after month as its files come in. */
@Command(name = "demo", description = "Invent a small city, close every month, show figures. / 五分钟演示。")
final class DemoCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Zhigong zhigong;

    @Mixin
    private final GenerateOptions options = new GenerateOptions();

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "A new folder for the demo; default ./zhigong-demo. / 演示目录。")
    private Path folder = Path.of("zhigong-demo");

    @Override
    public Integer call() {
        Console console = zhigong.console;
        if (Files.exists(folder)) {
            throw new SetupException(
                    "The folder %s is there already: the demo starts from nothing. Delete it, or name another with --home"
                            .formatted(folder));
        }
        Settings settings = zhigong.settings.withHome(folder.resolve("home"));
        Path city = folder.resolve("city");
        CitySettings invented = options.settings(CitySettings.Defects.SOME);
        console.progress("合成城市 / Inventing a city: scale %s, %s..%s"
                .formatted(invented.scale(), invented.first(), invented.last()));
        DeliveryCalendar calendar =
                DeliveryCalendar.of(Generate.files(invented, settings.content(), city, settings.threads()));
        // No close waits for the truth, which one thread works out.
        SideBySide.run(
                List.of("truth", "months"),
                List.of(
                        new SideBySide.Step<>(List.of(), any -> truth(settings, invented, city)),
                        new SideBySide.Step<>(List.of(), any -> months(settings, invented, city, calendar))));
        new DemoSummary(settings, console, folder).show(invented.last());
        return 0;
    }

    /** The city again, as no two threads may use one. */
    private void truth(Settings settings, CitySettings invented, Path city) {
        try (Engine engine = EngineProvider.named("duckdb").open(settings.engine(folder.resolve("spill")))) {
            Generate.truth(
                    new City(invented, settings.content()),
                    invented,
                    city,
                    new TruthFiles(engine, FileHash.below(city.resolve("inbox"))));
        }
    }

    private void months(Settings settings, CitySettings invented, Path city, DeliveryCalendar calendar) {
        Content content = new Content(settings.content());
        nationalSeries(content.nationalSeries(), folder.resolve("inbox"));
        for (YearMonth month = invented.first(); !month.isAfter(invented.last()); month = month.plusMonths(1)) {
            deliver(city.resolve("inbox"), folder.resolve("inbox"), calendar.newAt(month));
            close(settings, content, month);
        }
    }

    private void close(Settings settings, Content content, YearMonth month) {
        Console console = zhigong.console;
        try (HomeLock lock = HomeWork.lock(settings, console, "demo")) {
            List<FileReport> reports = new Intake(settings, content, lock, console)
                    .inbox(folder.resolve("inbox"), Optional.empty()).stream()
                            .filter(report -> !report.seenBefore())
                            .toList();
            Publication publication = new MonthClose(settings, content, lock, console)
                    .publish(CloseRequest.of(month), Batches.read(lock.home()), console.clock());
            Map<String, Object> intake = IngestCommand.summary(reports);
            console.progress("%s  %s files, %s rows, %s quarantined → %s"
                    .formatted(
                            month,
                            intake.get("files"),
                            intake.get("rows_read"),
                            intake.get("quarantined"),
                            publication.release()));
        }
    }

    /** The published national series come with the content; an office copies them into its inbox once. */
    private static void nationalSeries(Path file, Path inbox) {
        try {
            Path folder = Files.createDirectories(inbox.resolve("national_series"));
            Files.copy(file, folder.resolve(file.getFileName()));
        } catch (IOException e) {
            throw AtomicFiles.failed("deliver into", inbox, e);
        }
    }

    private static void copy(Path from, Path inbox, String file) throws IOException {
        Files.copy(from.resolve(file), inbox.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }

    private static void deliver(Path from, Path inbox, List<Delivery> deliveries) {
        try {
            Files.createDirectories(inbox);
            Files.copy(
                    from.resolve("parameters.yaml"),
                    inbox.resolve("parameters.yaml"),
                    StandardCopyOption.REPLACE_EXISTING);
            for (Delivery delivery : deliveries) {
                for (String file : DeliveryCalendar.files(delivery)) {
                    Files.createDirectories(inbox.resolve(file).getParent());
                    copy(from, inbox, file);
                    if (Files.exists(from.resolve(file + ".json"))) {
                        copy(from, inbox, file + ".json");
                    }
                }
            }
        } catch (IOException e) {
            throw AtomicFiles.failed("deliver into", inbox, e);
        }
    }
}
