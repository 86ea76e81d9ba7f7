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
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.Json;
import org.zhigong.warehouse.Store;

/**
 * What was ever current, who said that it may be, and why: {@code history.jsonl} in the home, a line an event, only
 * ever appended to.
 */
public final class History {

    /** What happened. */
    public enum Action {
        @JsonProperty("published")
        PUBLISHED,
        @JsonProperty("rolled_back")
        ROLLED_BACK,
        /** Nothing happened to HEAD yet: a named person said that the release may be current. */
        @JsonProperty("signed_off")
        SIGNED_OFF
    }

    /**
     * One change of HEAD, or the word that it may change.
     *
     * @param release what became current, or may
     * @param from what was current before
     * @param reason why it was rolled back, or the note of who signed it off; empty for a publication
     * @param by who signed it off; absent where nobody had to
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Event(
            Instant at, Action action, String release, Optional<String> from, String reason, Optional<String> by) {

        boolean isSignOffOf(String id) {
            return action == Action.SIGNED_OFF && release.equals(id);
        }
    }

    private final Home home;

    private History(Home home) {
        this.home = home;
    }

    public static History of(Home home) {
        return new History(home);
    }

    /** All events, the oldest first; a line that a crash cut short is left out. */
    public List<Event> events() {
        if (!Files.exists(home.history())) {
            return List.of();
        }
        return lines().stream().flatMap(line -> parse(line).stream()).toList();
    }

    private List<String> lines() {
        try {
            // A line may be cut within a character, which a stricter reader refuses.
            return new String(Files.readAllBytes(home.history()), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw AtomicFiles.failed("read", home.history(), e);
        }
    }

    /** What is wrong with a line that is not the last one; the last may be cut short by a crash. */
    Optional<String> damage() {
        List<String> lines = Files.exists(home.history()) ? lines() : List.of();
        for (int i = 0; i < lines.size() - 1; i++) {
            if (!lines.get(i).isBlank() && parse(lines.get(i)).isEmpty()) {
                return Optional.of("line %d is no event".formatted(i + 1));
            }
        }
        return Optional.empty();
    }

    /** The last event that took {@code release} back, unless it was made current again later. */
    Optional<Event> withdrawalOf(String release) {
        Optional<Event> withdrawn = Optional.empty();
        for (Event event : events()) {
            if (event.release().equals(release) && event.action() != Action.SIGNED_OFF) {
                withdrawn = Optional.empty();
            } else if (event.action() == Action.ROLLED_BACK && event.from().equals(Optional.of(release))) {
                withdrawn = Optional.of(event);
            }
        }
        return withdrawn;
    }

    /** Who signed {@code release} off; empty if nobody did. */
    public Optional<Event> signOffOf(String release) {
        return events().stream().filter(event -> event.isSignOffOf(release)).findFirst();
    }

    /** What became current last; empty before the first release. */
    Optional<String> lastCurrent() {
        return events().stream()
                .filter(event -> event.action() != Action.SIGNED_OFF)
                .reduce((earlier, later) -> later)
                .map(Event::release);
    }

    /** Adds an event; what a crash left of an earlier attempt goes. */
    void append(Event event) {
        if (!Store.isLocal(home.root())) {
            AtomicFiles.replace(home.history(), AtomicFiles.textOf(home.history()) + Json.line(event) + "\n");
            return;
        }
        try (FileChannel channel = FileChannel.open(
                home.history(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.truncate(endOfLastLine(channel));
            byte[] line = (Json.line(event) + "\n").getBytes(StandardCharsets.UTF_8);
            channel.write(ByteBuffer.wrap(line), channel.size());
            channel.force(true);
        } catch (IOException e) {
            throw AtomicFiles.failed("write", home.history(), e);
        }
    }

    private static long endOfLastLine(FileChannel channel) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        for (long end = channel.size(); end > 0; end--) {
            channel.read(last.clear(), end - 1);
            if (last.get(0) == '\n') {
                return end;
            }
        }
        return 0;
    }

    private static Optional<Event> parse(String line) {
        try {
            return line.isBlank() ? Optional.empty() : Optional.of(Json.parse(line, new TypeReference<Event>() {}));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
