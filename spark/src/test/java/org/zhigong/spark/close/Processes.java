package org.zhigong.spark.close;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Java processes that a test starts and ends. */
final class Processes implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path folder;
    private final List<Process> started = new ArrayList<>();

    /** @param folder where each writes what it says, {@code <name>.log} */
    Processes(Path folder) {
        this.folder = folder;
    }

    /** Starts {@code arguments}, a class and what it is told, with the class path of this test. */
    Process java(String name, Map<String, String> environment, List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=240m"));
        command.addAll(options);
        command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath(arguments.get(0)))));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(log(name).toFile())
                .redirectError(errors(name).toFile());
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            started.add(process);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** That of this test; the servers of HDFS only for themselves, and what is logged where Zhigong logs. */
    static List<String> classPath(String main) {
        boolean isServer = main.equals(HdfsServer.class.getName());
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> isServer || !entry.contains("minicluster"))
                .filter(entry -> !entry.contains("log4j-slf4j2-impl"))
                .toList();
    }

    Path log(String name) {
        return folder.resolve(name + ".log");
    }

    Path errors(String name) {
        return folder.resolve(name + ".err");
    }

    /** Waits until {@code process} has written a line with {@code words}, and gives what follows them. */
    String await(Process process, Path log, String words) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<String> found = said(log, words);
            if (found.isPresent()) {
                return found.get();
            }
            if (!process.isAlive()) {
                break;
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new AssertionError("'%s' was not said in %s: %s".formatted(words, log, Files.readString(log)));
    }

    private static Optional<String> said(Path log, String words) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(log, StandardCharsets.UTF_8)) {
            return lines.lines()
                    .filter(line -> line.contains(words))
                    .map(line -> line.substring(line.indexOf(words) + words.length()))
                    .findFirst();
        }
    }

    /** Ends all that was started, what they started themselves included. */
    @Override
    public void close() {
        for (Process process : started) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
