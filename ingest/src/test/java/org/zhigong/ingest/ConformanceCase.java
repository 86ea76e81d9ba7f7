package org.zhigong.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.zhigong.warehouse.YamlNode;

/**
 * A small file and what has to become of it. The file is {@code text} in {@code encoding}, or {@code base64}, or
 * {@code parts} of text one after the other; {@code repeat} writes a part many times, with its number for {n}.
 */
record ConformanceCase(String name, YamlNode content) {

    private static final List<String> KEYS = List.of(
            "about", "feed", "file", "encoding", "text", "base64", "parts", "sidecar", "control", "contract", "expect");

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

    /** Writes the file, with its sidecar and control file, below {@code inbox}. */
    Path write(Path inbox) throws IOException {
        Path folder = Files.createDirectories(inbox.resolve(feed()));
        Path file = folder.resolve(content.require("file").text());
        Files.write(file, bytes());
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

    private byte[] bytes() throws IOException {
        if (content.find("base64").isPresent()) {
            return Base64.getDecoder().decode(content.require("base64").text());
        }
        if (content.find("text").isPresent()) {
            return encoded(content);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (YamlNode part : content.require("parts").items()) {
            long times = part.find("repeat").map(YamlNode::integer).orElse(1L);
            for (long i = 0; i < times; i++) {
                out.write(new String(encoded(part), charset(part))
                        .replace("{n}", "%05d".formatted(i + 10_000))
                        .getBytes(charset(part)));
            }
        }
        return out.toByteArray();
    }

    private static byte[] encoded(YamlNode node) {
        return node.require("text").text().getBytes(charset(node));
    }

    private static Charset charset(YamlNode node) {
        return node.find("encoding").map(YamlNode::text).map(Charset::forName).orElse(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return name + ": " + content.require("about").text();
    }
}
