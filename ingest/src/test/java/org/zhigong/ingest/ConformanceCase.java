package org.zhigong.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.zhigong.warehouse.YamlNode;

/** A small file, as {@link CaseBytes} writes it, and what has to become of it. */
record ConformanceCase(String name, YamlNode content) {

    private static final List<String> KEYS = List.of(
            "about",
            "feed",
            "file",
            "encoding",
            "text",
            "base64",
            "parts",
            "workbook",
            "archive",
            "sidecar",
            "control",
            "contract",
            "expect");

    static Stream<ConformanceCase> all(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .sorted()
                    .map(file -> new ConformanceCase(
                            file.getFileName().toString().replace(".yaml", ""),
                            YamlNode.read(file).onlyKeys(KEYS)))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String feed() {
        return content.require("feed").text();
    }

    boolean isStrict() {
        return content.find("contract").isPresent();
    }

    YamlNode expect() {
        return content.require("expect");
    }

    /** What has to become of each file of an archive, {@code more} after the first; of others there is one. */
    List<YamlNode> expects() {
        List<YamlNode> expects = new ArrayList<>(List.of(expect()));
        expect().find("more").ifPresent(more -> expects.addAll(more.items()));
        return expects;
    }

    /** Writes the file, with its sidecar and control file, below {@code inbox}. */
    Path write(Path inbox) throws IOException {
        Path folder = Files.createDirectories(inbox.resolve(feed()));
        Path file = folder.resolve(content.require("file").text());
        Files.write(file, CaseBytes.of(content));
        if (content.find("sidecar").isPresent()) {
            Files.writeString(
                    folder.resolve(file.getFileName() + ".json"),
                    content.require("sidecar").text());
        }
        if (content.find("control").isPresent()) {
            YamlNode control = content.require("control");
            Files.writeString(
                    folder.resolve(control.require("name").text()),
                    control.require("text").text());
        }
        return file;
    }

    @Override
    public String toString() {
        return name + ": " + content.require("about").text();
    }
}
