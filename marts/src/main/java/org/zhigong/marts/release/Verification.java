package org.zhigong.marts.release;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhigong.transform.Label;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.DataException;
import org.zhigong.warehouse.Hashes;
import org.zhigong.warehouse.Head;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.Json;
import org.zhigong.warehouse.Outputs;
import org.zhigong.warehouse.TableName;
import org.zhigong.warehouse.Verdict;

/** Reads every file of a home that somebody may rely on, and says which are not as they were written. */
public final class Verification {

    private static final byte[] PARQUET = {'P', 'A', 'R', '1'};
    private static final Label RELEASE = new Label(
            "如为当前发布，先用 zhigong rollback 回退；移走该发布文件夹后重新执行 zhigong publish",
            "if it is current, roll back with 'zhigong rollback'; move the release's folder away and run 'zhigong"
                    + " publish' again");
    private static final Label OUTPUT =
            new Label("删除该文件夹并执行 zhigong run，会重新计算", "delete its folder and run 'zhigong run': it is computed again");
    private static final Label BATCH = new Label(
            "删除该文件夹并执行 zhigong ingest，会从收件目录重新接收原文件",
            "delete its folder and run 'zhigong ingest': the file is ingested again from the inbox");
    private static final Label BOOKS = new Label("请从备份恢复该文件", "restore the file from a backup");

    /**
     * A file that is not as it was written.
     *
     * @param found what is wrong with it
     * @param next what to do
     */
    public record Damage(Path path, String found, Label next) {}

    private final Home home;
    private final List<Damage> damages = new ArrayList<>();
    private final Set<Outputs.Key> referenced = new HashSet<>();

    private Verification(Home home) {
        this.home = home;
    }

    /** Every damage in {@code home}; it reads each byte once. */
    public static List<Damage> of(Home home) {
        Verification verification = new Verification(home);
        verification.head();
        inside(home.releases()).forEach(verification::release);
        verification.outputs();
        inside(home.batches()).forEach(feed -> inside(feed).forEach(verification::batch));
        verification.books();
        return List.copyOf(verification.damages);
    }

    private void head() {
        try {
            Optional<String> id = Head.read(home);
            if (id.isPresent() && !Files.isDirectory(home.release(id.get()))) {
                add(home.head(), "it names release %s, which is not there".formatted(id.get()), RELEASE);
            }
        } catch (DataException e) {
            add(home.head(), String.valueOf(e.getMessage()), RELEASE);
        }
    }

    private void release(Path folder) {
        String id = folder.getFileName().toString();
        try {
            Manifest manifest = Manifest.read(home, id);
            if (!manifest.release().equals(id)) {
                add(Manifest.file(folder), "it describes release " + manifest.release(), RELEASE);
            }
            manifest.files().forEach(file -> hash(folder.resolve(file.name()), file.sha256(), RELEASE));
            manifest.tables()
                    .forEach(table ->
                            referenced.add(new Outputs.Key(TableName.parse(table.table()), table.fingerprint())));
        } catch (DataException e) {
            add(Manifest.file(folder), String.valueOf(e.getMessage()), RELEASE);
        }
    }

    private void outputs() {
        Outputs outputs = new Outputs(home);
        referenced.addAll(outputs.all());
        referenced.stream()
                .sorted(java.util.Comparator.comparing(Outputs.Key::table).thenComparing(Outputs.Key::fingerprint))
                .forEach(key -> outputs.verify(key)
                        .ifPresent(found -> add(home.output(key.table(), key.fingerprint()), found, OUTPUT)));
    }

    private void batch(Path folder) {
        Path record = folder.resolve("batch.json");
        try {
            Batch batch = Json.read(record, Batch.class);
            if (!batch.batchId().equals(folder.getFileName().toString())) {
                add(record, "it describes batch " + batch.batchId(), BATCH);
            }
            if (batch.verdict() != Verdict.REJECTED) {
                hash(folder.resolve("rows.parquet"), batch.contentHash(), BATCH);
            }
        } catch (DataException | IllegalStateException e) {
            add(record, String.valueOf(e.getMessage()), BATCH);
        }
        Path quarantine = folder.resolve("quarantine.parquet");
        if (Files.exists(quarantine) && !isParquet(quarantine)) {
            add(quarantine, "it is no Parquet file from its first to its last byte", BATCH);
        }
    }

    private void books() {
        if (Files.exists(home.baseline())) {
            try {
                Baseline.read(home);
            } catch (DataException e) {
                add(home.baseline(), String.valueOf(e.getMessage()), BOOKS);
            }
        }
        History.of(home).damage().ifPresent(found -> add(home.history(), found, BOOKS));
        for (Path hold : files(home.holds())) {
            try {
                Json.read(hold, JsonNode.class);
            } catch (DataException e) {
                add(hold, String.valueOf(e.getMessage()), BOOKS);
            }
        }
    }

    private void hash(Path file, String expected, Label next) {
        if (!Files.exists(file)) {
            add(file, "it is missing", next);
            return;
        }
        try {
            String found = Hashes.ofFile(file);
            if (!found.equals(expected)) {
                add(file, "its SHA-256 is %s instead of %s".formatted(found, expected), next);
            }
        } catch (UncheckedIOException e) {
            add(file, "it cannot be read: " + e.getMessage(), next);
        }
    }

    private static boolean isParquet(Path file) {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            long size = channel.size();
            return size >= 2L * PARQUET.length && isMark(channel, 0) && isMark(channel, size - PARQUET.length);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isMark(SeekableByteChannel channel, long position) throws IOException {
        byte[] found = new byte[PARQUET.length];
        channel.position(position).read(java.nio.ByteBuffer.wrap(found));
        return Arrays.equals(found, PARQUET);
    }

    private void add(Path path, String found, Label next) {
        damages.add(new Damage(path, found, next));
    }

    private static List<Path> inside(Path folder) {
        return listed(folder).stream().filter(Files::isDirectory).toList();
    }

    private static List<Path> files(Path folder) {
        return listed(folder).stream().filter(Files::isRegularFile).toList();
    }

    private static List<Path> listed(Path folder) {
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
