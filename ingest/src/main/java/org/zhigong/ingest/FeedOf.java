package org.zhigong.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.zhigong.ingest.contract.Contracts;
import org.zhigong.ingest.read.FileFacts;
import org.zhigong.ingest.read.FileReader;
import org.zhigong.warehouse.SetupException;

/** Finds out of which feed a file is: as told, by its folder, by its name, by its header. */
final class FeedOf {

    private final Contracts contracts;
    private final FileReader reader;

    FeedOf(Contracts contracts, FileReader reader) {
        this.contracts = contracts;
        this.reader = reader;
    }

    /** @throws SetupException if nothing tells, with the feeds there are */
    String find(Arrival arrival, FileFacts facts) {
        if (arrival.feed().isPresent()) {
            return contracts.contract(arrival.feed().get()).feed();
        }
        return folder(arrival.file())
                .or(() -> name(arrival.name()))
                .or(() -> reader.recognise(arrival.file(), facts))
                .orElseThrow(() -> new SetupException(
                        ("Cannot tell the feed of %s: neither its folder, nor its name, nor its header is of a known one."
                                        + " Put it into inbox/<feed>/ or name the feed; there are %s")
                                .formatted(arrival.file(), contracts.feeds())));
    }

    private Optional<String> folder(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        return Optional.ofNullable(folder)
                .map(path -> String.valueOf(path.getFileName()))
                .filter(name -> contracts.feeds().contains(name));
    }

    private Optional<String> name(String name) {
        List<String> fitting = contracts.feeds().stream()
                .filter(feed -> contracts.contract(feed).files().patterns().stream()
                        .anyMatch(pattern -> pattern.matcher(name).matches()))
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }
}
