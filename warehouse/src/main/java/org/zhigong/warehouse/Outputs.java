package org.zhigong.warehouse;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The outputs of models below {@code tables/}, each found by the hash of all that it was made from. An output is there
 * whole or not at all; one that was damaged since counts as not there and is replaced when it is stored again.
 */
public final class Outputs {

    /** The file with the rows. */
    public static final String PART = "part.parquet";

    private static final String RECORD = "output.json";
    private static final Logger LOG = LoggerFactory.getLogger(Outputs.class);

    private final Home home;

    /** The name of an output that is kept. */
    public record Key(TableName table, String fingerprint) {}

    public Outputs(Home home) {
        this.home = home;
    }

    public Home home() {
        return home;
    }

    /** The output that was made from what {@code fingerprint} names, if it is there and has its size. */
    public Optional<StoredOutput> find(TableName table, String fingerprint) {
        Path folder = home.output(table, fingerprint);
        if (!Files.exists(folder)) {
            return Optional.empty();
        }
        try {
            StoredOutput stored = Json.read(folder.resolve(RECORD), StoredOutput.class);
            if (Files.size(folder.resolve(PART)) == stored.bytes()
                    && stored.fingerprint().equals(fingerprint)) {
                return Optional.of(stored);
            }
        } catch (NoSuchFileException | DataException e) {
            LOG.debug("output={} reason={}", folder, e.getMessage());
        } catch (IOException e) {
            throw AtomicFiles.failed("read", folder, e);
        }
        LOG.warn("output={} damaged=true next=built-again", folder);
        return Optional.empty();
    }

    /** An empty folder in scratch in which {@link #PART} is to be written. */
    public Path begin(TableName table) {
        Path scratch = Scratch.ofThisProcess(home);
        try {
            Files.createDirectories(scratch);
            // Engines remember what they know of a file by its path, so no two outputs are written at one.
            return Files.createTempDirectory(scratch, table + "-");
        } catch (IOException e) {
            throw AtomicFiles.failed("create a folder in", scratch, e);
        }
    }

    /** Keeps what was written into {@code folder}, which vanishes; a damaged output of this name is replaced. */
    public void store(StoredOutput output, Path folder) {
        Path target = home.output(TableName.parse(output.table()), output.fingerprint());
        AtomicFiles.delete(target);
        try {
            Files.writeString(folder.resolve(RECORD), Json.pretty(output));
        } catch (IOException e) {
            throw AtomicFiles.failed("write", folder.resolve(RECORD), e);
        }
        AtomicFiles.publishFolder(folder, target);
    }

    /** Every output that is kept, damaged ones too, by table and fingerprint. */
    public List<Key> all() {
        List<Key> keys = new ArrayList<>();
        for (Path table : inside(home.tables())) {
            TableName name = TableName.parse(table.getFileName().toString());
            inside(table)
                    .forEach(folder ->
                            keys.add(new Key(name, folder.getFileName().toString())));
        }
        return keys;
    }

    /** Deletes an output that nothing names any more, or that is damaged. */
    public void delete(Key key) {
        AtomicFiles.delete(home.output(key.table(), key.fingerprint()));
    }

    /** Reads the whole output and says what is wrong with it; nothing if it is as it was stored. */
    public Optional<String> verify(Key key) {
        Path folder = home.output(key.table(), key.fingerprint());
        Optional<StoredOutput> stored = find(key.table(), key.fingerprint());
        if (stored.isEmpty()) {
            return Optional.of("%s is %s: expected output.json and a part.parquet of the size it states"
                    .formatted(folder, Files.exists(folder) ? "damaged" : "missing"));
        }
        String found = Hashes.ofFile(folder.resolve(PART));
        return found.equals(stored.get().sha256())
                ? Optional.empty()
                : Optional.of("%s is damaged: expected the SHA-256 %s, found %s"
                        .formatted(folder.resolve(PART), stored.get().sha256(), found));
    }

    private static List<Path> inside(Path folder) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder)) {
            paths.forEach(found::add);
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (IOException e) {
            throw AtomicFiles.failed("list", folder, e);
        }
        found.sort(null);
        return found;
    }
}
