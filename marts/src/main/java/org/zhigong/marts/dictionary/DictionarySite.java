package org.zhigong.marts.dictionary;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.zhigong.marts.release.Attachment;
import org.zhigong.marts.release.Candidate;
import org.zhigong.marts.release.Revision;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.DataException;
import org.zhigong.warehouse.Hashes;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.Json;

/**
 * The dictionary of a release: {@code dictionary/index.html}, the same as Markdown and JSON, what changed against the
 * release before, and {@code llms.txt}. It says nothing of the figures, so a release whose content is that of the one
 * before takes its files over.
 */
public final class DictionarySite implements Attachment {

    private static final String FOLDER = "dictionary/";
    private static final String PAGE = FOLDER + "index.html";
    private static final String MARKDOWN = FOLDER + "dictionary.md";
    private static final String JSON = FOLDER + "dictionary.json";
    private static final String LLMS = "llms.txt";
    private static final String SOURCE = FOLDER + "source.json";
    private static final String CHANGES = FOLDER + "changes.md";
    private static final String CHANGES_PAGE = FOLDER + "changes.html";

    private final Home home;
    private final Supplier<DictionaryContent> content;

    /** What the files were made of, to know whether the next release needs others. */
    private record Source(String content, Map<String, String> files) {}

    private DictionarySite(Home home, Supplier<DictionaryContent> content) {
        this.home = home;
        this.content = content;
    }

    /** @param content what the dictionary is made of; asked for only if it changed */
    public static DictionarySite of(Home home, Supplier<DictionaryContent> content) {
        return new DictionarySite(home, content);
    }

    @Override
    public List<String> write(Candidate candidate) {
        Optional<String> since = candidate.revision().flatMap(Revision::since);
        String key = Hashes.ofWords(List.of(
                candidate.inputs().code().toString(),
                candidate.inputs().parameters().toString()));
        Path folder = candidate.folder();
        Optional<Source> same = since.flatMap(id -> source(home.release(id)))
                .filter(it -> it.content().equals(key));
        boolean isTaken = same.isPresent() && isTakenOver(home.release(since.orElseThrow()), folder, same.get());
        DictionaryChanges changes = isTaken ? DictionaryChanges.none(since) : made(folder, key, since);
        AtomicFiles.replace(folder.resolve(CHANGES), changes.markdown());
        AtomicFiles.replace(folder.resolve(CHANGES_PAGE), changes.html());
        return List.of(PAGE, MARKDOWN, JSON, LLMS, SOURCE, CHANGES, CHANGES_PAGE);
    }

    private DictionaryChanges made(Path folder, String key, Optional<String> since) {
        DictionaryBook book = new DictionaryBook(content.get());
        List<Entry> entries = book.entries();
        String json = DictionaryText.json(entries, book.lineage());
        Map<String, String> texts = new TreeMap<>(Map.of(
                PAGE,
                new DictionaryPage(book).of(entries),
                MARKDOWN,
                DictionaryText.markdown(entries),
                JSON,
                json,
                LLMS,
                DictionaryText.llms(entries)));
        Map<String, String> hashes = new TreeMap<>();
        create(folder.resolve(FOLDER));
        texts.forEach((name, text) -> {
            AtomicFiles.replace(folder.resolve(name), text);
            hashes.put(name, Hashes.ofFile(folder.resolve(name)));
        });
        AtomicFiles.replace(folder.resolve(SOURCE), Json.pretty(new Source(key, hashes)));
        return since.map(id -> changes(id, Json.read(folder.resolve(JSON), JsonNode.class)))
                .orElseGet(() -> DictionaryChanges.none(since));
    }

    /** A release of earlier days has no dictionary of this form: then nothing can be said. */
    private DictionaryChanges changes(String since, JsonNode after) {
        Path before = home.release(since).resolve(JSON);
        return Files.exists(before)
                ? DictionaryChanges.between(since, Json.read(before, JsonNode.class), after)
                : DictionaryChanges.none(Optional.empty());
    }

    private static Optional<Source> source(Path release) {
        try {
            Path file = release.resolve(SOURCE);
            return Files.exists(file) ? Optional.of(Json.read(file, Source.class)) : Optional.empty();
        } catch (DataException e) {
            return Optional.empty();
        }
    }

    /** Copies the files of {@code release}, unless one of them is not as it was written. */
    private static boolean isTakenOver(Path release, Path folder, Source source) {
        List<String> names = new ArrayList<>(source.files().keySet());
        names.add(SOURCE);
        create(folder.resolve(FOLDER));
        for (String name : names) {
            Path copy = folder.resolve(name);
            try {
                Files.copy(release.resolve(name), copy);
            } catch (IOException e) {
                return false;
            }
            String expected = source.files().get(name);
            if (expected != null && !Hashes.ofFile(copy).equals(expected)) {
                return false;
            }
        }
        return true;
    }

    private static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw AtomicFiles.failed("create", folder, e);
        }
    }
}
