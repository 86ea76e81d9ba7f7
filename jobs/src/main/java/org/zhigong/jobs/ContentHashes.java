package org.zhigong.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.Hashes;

/** The content that figures depend on, as hashes by part: names of files and their bytes. */
final class ContentHashes {

    // Feeds and breakdowns too: a release states what they are called. Identities: a new promise is judged anew.
    // The briefing is a file of the release.
    private static final List<String> PARTS = List.of(
            "transform/models",
            "marts/models",
            "marts/indicators",
            "marts/protection.yaml",
            "marts/breakdowns.yaml",
            "marts/identities.yaml",
            "marts/briefing.yaml",
            "ingest/feeds",
            "ingest/codes");

    private ContentHashes() {}

    static Map<String, String> of(Content content) {
        Map<String, String> hashes = new TreeMap<>();
        hashes.put("program", Zhigong.VERSION);
        PARTS.forEach(part -> hashes.put(part, hash(content.root().resolve(part))));
        return hashes;
    }

    private static String hash(Path part) {
        List<String> words = new ArrayList<>();
        try (Stream<Path> files = Files.walk(part)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                words.add(part.relativize(file).toString());
                words.add(Hashes.ofFile(file));
            }
        } catch (IOException e) {
            throw AtomicFiles.failed("read", part, e);
        }
        return Hashes.ofWords(words);
    }
}
