package org.zhigong.jobs;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhigong.ingest.Repairs;
import org.zhigong.ingest.Repairs.Surroundings;
import org.zhigong.ingest.contract.Contracts;
import org.zhigong.ingest.functions.PersonKey;
import org.zhigong.marts.release.CurrentRelease;
import org.zhigong.transform.BatchRanking;
import org.zhigong.transform.Holds;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Batches;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineProvider;
import org.zhigong.warehouse.EngineSettings;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.HomeLock;
import org.zhigong.warehouse.Json;
import org.zhigong.warehouse.Scratch;

/** What exporting and applying have in common: contracts, key, engine, and what is known of the home. */
final class RepairWork implements AutoCloseable {

    private final Home home;
    private final Content content;
    private final Contracts contracts;
    private final List<Batch> batches;
    private final Engine engine;
    private final Repairs repairs;

    private RepairWork(Settings settings, HomeLock lock) {
        this.home = lock.home();
        this.content = new Content(settings.content());
        this.contracts = content.contracts();
        this.batches = Batches.read(home);
        EngineSettings engineSettings =
                settings.engine(Scratch.local(lock.home()).resolve("spill"));
        Set<String> used = batches.stream()
                .map(Batch::keyVersion)
                .filter(version -> !version.isBlank())
                .collect(Collectors.toCollection(TreeSet::new));
        PersonKey key = PersonKey.open(settings.keys(), used);
        this.engine = EngineProvider.named("duckdb").open(engineSettings);
        this.repairs = Repairs.open(contracts, key, engineSettings, engine);
    }

    static RepairWork open(Settings settings, HomeLock lock) {
        return new RepairWork(settings, lock);
    }

    Repairs repairs() {
        return repairs;
    }

    /** Refuses a feed that there is not, naming those there are. */
    void requireFeed(Optional<String> feed) {
        feed.ifPresent(contracts::contract);
    }

    Surroundings surroundings() {
        Holds holds = HeldBatches.of(content, home, batches);
        Set<String> current = new HashSet<>(BatchRanking.current(holds.live()));
        // What waits for somebody's word may be repaired meanwhile.
        holds.held().forEach(held -> current.add(held.batch().batchId()));
        return new Surroundings(current, releases());
    }

    private List<String> releases() {
        Set<String> releases = new LinkedHashSet<>();
        CurrentRelease.find(home).map(CurrentRelease::id).ifPresent(releases::add);
        releases.addAll(folders());
        releases.addAll(history());
        return List.copyOf(releases);
    }

    private List<String> folders() {
        if (!Files.isDirectory(home.releases())) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(home.releases())) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw AtomicFiles.failed("list", home.releases(), e);
        }
    }

    // A release that was cleaned away has been one all the same.
    private List<String> history() {
        if (!Files.exists(home.history())) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(home.history())) {
            return lines.filter(line -> !line.isBlank())
                    .map(line -> Json.parse(line, new TypeReference<JsonNode>() {})
                            .path("release")
                            .asText(""))
                    .filter(release -> !release.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw AtomicFiles.failed("read", home.history(), e);
        }
    }

    @Override
    public void close() {
        repairs.close();
        engine.close();
    }
}
