package org.zhigong.marts.release;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.Json;

/** What was ever current, and why: {@code history.jsonl} in the home, a line an event, only ever appended to. */
public final class History {

    /** What happened to HEAD. */
    public enum Action {
        @JsonProperty("published")
        PUBLISHED,
        @JsonProperty("rolled_back")
        ROLLED_BACK
    }

    /**
     * One change of HEAD.
     *
     * @param release what became current
     * @param from what was current before
     * @param reason why it was rolled back; empty for a publication
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Event(Instant at, Action action, String release, Optional<String> from, String reason) {}

    private final Home home;

    private History(Home home) {
        this.home = home;
    }

    public static History of(Home home) {
        return new History(home);
    }

    static Path file(Home home) {
        return home.root().resolve("history.jsonl");
    }

    /** All events, the oldest first; a line that a crash cut short is left out. */
    public List<Event> events() {
        if (!Files.exists(file(home))) {
            return List.of();
        }
        try {
            List<Event> events = new ArrayList<>();
            for (String line : Files.readAllLines(file(home), StandardCharsets.UTF_8)) {
                parse(line).ifPresent(events::add);
            }
            return events;
        } catch (IOException e) {
            throw AtomicFiles.failed("read", file(home), e);
        }
    }

    /** The last event that took {@code release} back, unless it was made current again later. */
    Optional<Event> withdrawalOf(String release) {
        Optional<Event> withdrawn = Optional.empty();
        for (Event event : events()) {
            if (event.release().equals(release)) {
                withdrawn = Optional.empty();
            } else if (event.action() == Action.ROLLED_BACK && event.from().equals(Optional.of(release))) {
                withdrawn = Optional.of(event);
            }
        }
        return withdrawn;
    }

    void append(Event event) {
        try (FileChannel channel = FileChannel.open(
                file(home), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = channel.size();
            String line = (endsInALine(channel) ? "" : "\n") + Json.line(event) + "\n";
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)), end);
            channel.force(true);
        } catch (IOException e) {
            throw AtomicFiles.failed("write", file(home), e);
        }
    }

    private static boolean endsInALine(FileChannel channel) throws IOException {
        if (channel.size() == 0) {
            return true;
        }
        ByteBuffer last = ByteBuffer.allocate(1);
        channel.read(last, channel.size() - 1);
        return last.get(0) == '\n';
    }

    private static Optional<Event> parse(String line) {
        try {
            return line.isBlank() ? Optional.empty() : Optional.of(Json.parse(line, new TypeReference<Event>() {}));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
