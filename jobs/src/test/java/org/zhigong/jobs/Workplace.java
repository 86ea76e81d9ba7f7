package org.zhigong.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A home, an inbox and keys below one folder, and the command line on them. */
final class Workplace {

    static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern RECEIVED = Pattern.compile("_(\\d{8})\\.\\w+(\\.json)?$");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Object CITY_LOCK = new Object();
    private static final Map<String, Path> CITIES = new HashMap<>();

    final Path folder;
    final Path home;
    final Path inbox;
    final Map<String, String> environment = new HashMap<>();

    /** What a command did. */
    record Outcome(int code, String out, String err) {

        /** The JSON object on the last line. */
        JsonNode last() {
            String[] lines = out.strip().split("\n", -1);
            return json(lines[lines.length - 1]);
        }

        JsonNode json() {
            return json(out);
        }

        private static JsonNode json(String text) {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException e) {
                throw new AssertionError("Not JSON: " + text, e);
            }
        }

        /** This, if it ended with {@code expected}. */
        Outcome ending(int expected) {
            if (code != expected) {
                throw new AssertionError("Exit code %d instead of %d%n%s%n%s".formatted(code, expected, out, err));
            }
            return this;
        }
    }

    Workplace(Path folder) {
        this.folder = folder;
        this.home = folder.resolve("home");
        this.inbox = folder.resolve("inbox");
        environment.put("ZHIGONG_HOME", home.toString());
        environment.put("ZHIGONG_KEYS", folder.resolve("keys").toString());
        environment.put("ZHIGONG_CONTENT", PROJECT.toString());
        environment.put("ZHIGONG_MEMORY_MIB", "1024");
    }

    /** Runs a command in this process. */
    Outcome zhigong(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
        int code = Main.run(words, environment, clock, new PrintWriter(out, true), new PrintWriter(err, true));
        return new Outcome(code, out.toString(), err.toString());
    }

    /** Closes a month with what lies in the inbox. */
    Outcome run(String month) {
        return zhigong("run", "--inbox", inbox, "--month", month);
    }

    /**
     * Puts the files of the city into the inbox that came until {@code day}, in a form that models may be tried with.
     */
    Workplace deliver(Path city, LocalDate day) {
        for (Path file : files(city.resolve("inbox"))) {
            Matcher received = RECEIVED.matcher(file.getFileName().toString());
            if (!received.find()
                    || !LocalDate.parse(received.group(1), DateTimeFormatter.BASIC_ISO_DATE)
                            .isAfter(day)) {
                copy(file, inbox.resolve(city.resolve("inbox").relativize(file)));
            }
        }
        return this;
    }

    /** A copy of the content that a test may spoil. */
    Path ownContent() {
        Path content = folder.resolve("content");
        for (String part :
                List.of("ingest/feeds", "ingest/codes", "transform/models", "marts/models", "marts/indicators")) {
            copyAll(PROJECT.resolve(part), content.resolve(part));
        }
        for (String file : List.of(
                "marts/protection.yaml", "marts/identities.yaml", "marts/breakdowns.yaml", "marts/briefing.yaml")) {
            copy(PROJECT.resolve(file), content.resolve(file));
        }
        environment.put("ZHIGONG_CONTENT", content.toString());
        return content;
    }

    /** A workplace of the same state in another folder. */
    Workplace copiedTo(Path other) {
        copyAll(folder, other);
        Workplace copy = new Workplace(other);
        return copy;
    }

    /** The id of the current release. */
    String current() {
        return zhigong("status", "--json").ending(0).json().path("release").asText();
    }

    /** The hash of every file of a release, by name. */
    Map<String, String> hashes(String release) {
        Map<String, String> hashes = new HashMap<>();
        manifest(release)
                .path("files")
                .forEach(file -> hashes.put(
                        file.path("name").asText(), file.path("sha256").asText()));
        return hashes;
    }

    JsonNode manifest(String release) {
        try {
            return JSON.readTree(home.resolve("releases")
                    .resolve(release)
                    .resolve("manifest.json")
                    .toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A small city of four months without defects, made once for all tests. */
    static Path city() {
        return city("none");
    }

    /** A small city of four months with the defects asked for, made once for all tests. */
    static Path city(String defects) {
        synchronized (CITY_LOCK) {
            return CITIES.computeIfAbsent(defects, kind -> {
                try {
                    Path city = Files.createTempDirectory("zhigong-city");
                    Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(city)));
                    new Workplace(city.resolve("workplace"))
                            .zhigong(
                                    "generate",
                                    "--to",
                                    city.resolve("made"),
                                    "--scale",
                                    "0.0002",
                                    "--months",
                                    "2025-01..2025-04",
                                    "--seed",
                                    "11",
                                    "--defects",
                                    kind)
                            .ending(0);
                    return city.resolve("made");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /** Runs every command that a how-to page shows, with files of its own below {@code folder}. */
    void follow(Path howTo, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<String> lines = Files.readAllLines(howTo).stream()
                .filter(line -> line.startsWith("./zhigong "))
                .map(line -> line.replaceAll(" +#.*", "").replace("HOME", home.toString()))
                .map(line -> line.replaceAll("--to ([A-Z]+\\.)", "--to " + folder + "/$1"))
                .toList();
        if (lines.isEmpty()) {
            throw new AssertionError("No commands in " + howTo);
        }
        for (String line : lines) {
            zhigong((Object[]) line.substring("./zhigong ".length()).split(" +", -1))
                    .ending(0);
        }
    }

    /** A place where the first quarter of the city with defects is closed, made once for all tests that only look. */
    static Workplace closed() {
        synchronized (CITY_LOCK) {
            Path folder = CITIES.computeIfAbsent("closed", any -> {
                try {
                    return Files.createTempDirectory("zhigong-closed");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            Workplace place = new Workplace(folder);
            if (!Files.exists(place.home)) {
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
                place.deliver(city("some"), LocalDate.of(2026, 12, 31))
                        .run("2025-03")
                        .ending(0);
            }
            return place;
        }
    }

    static List<Path> files(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return new ArrayList<>(paths.filter(Files::isRegularFile).sorted().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void copyAll(Path from, Path to) {
        files(from).forEach(file -> copy(file, to.resolve(from.relativize(file))));
    }

    static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path root) {
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
