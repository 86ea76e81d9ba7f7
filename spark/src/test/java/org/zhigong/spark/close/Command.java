package org.zhigong.spark.close;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The command {@code zhigong} in a process of its own, as the launcher starts it with Spark. */
record Command(Processes processes, Path folder) {

    private static Stream<String> opened() {
        return Stream.of(
                "java.lang",
                "java.lang.invoke",
                "java.lang.reflect",
                "java.io",
                "java.net",
                "java.nio",
                "java.util",
                "java.util.concurrent",
                "java.util.concurrent.atomic",
                "sun.nio.ch",
                "sun.util.calendar");
    }

    /** A command that has begun. */
    record Running(Process process, Path out, Path err) {

        Ended end() throws IOException, InterruptedException {
            if (!process.waitFor(15, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            return new Ended(process.waitFor(), Files.readString(out), Files.readString(err));
        }
    }

    /** What a command said. */
    record Ended(int code, String out, String err) {}

    /** @param properties what Spark is told, such as {@code spark.master} */
    Running start(String name, Map<String, String> properties, String... arguments) {
        List<String> options = new ArrayList<>(List.of("-Xmx3g", "--enable-native-access=ALL-UNNAMED"));
        opened().forEach(each -> options.add("--add-opens=java.base/" + each + "=ALL-UNNAMED"));
        properties.forEach((key, value) -> options.add("-D" + key + "=" + value));
        Map<String, String> environment = new HashMap<>();
        environment.put("ZHIGONG_KEYS", folder.resolve("keys").toString());
        environment.put("ZHIGONG_CONTENT", Path.of("..").toAbsolutePath().toString());
        environment.put("ZHIGONG_MEMORY_MIB", "1200");
        environment.put("ZHIGONG_THREADS", "2");
        List<String> words = new ArrayList<>(List.of("org.zhigong.jobs.Main"));
        words.addAll(List.of(arguments));
        return new Running(
                processes.java(name, environment, options, words), processes.log(name), processes.errors(name));
    }

    Ended run(String name, String... arguments) throws IOException, InterruptedException {
        return start(name, Map.of(), arguments).end();
    }
}
