package org.zhigong.ingest.functions;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.SetupException;

/** A folder with one file per version of the key, {@code person-key-v1.hex}, readable by its owner only. */
record KeyFolder(Path folder) {

    private static final Pattern NAME = Pattern.compile("person-key-v([1-9]\\d{0,3})\\.hex");
    private static final Pattern SECRET = Pattern.compile("[0-9a-f]{64}");

    PersonKey open(Collection<String> used) {
        List<String> missing = missing(used);
        if (!missing.isEmpty()) {
            throw new SetupException(
                    ("Missing person key %s in %s. Batches of this home were made with it; without it no person of a new "
                                    + "file can be matched with what is there, and the key cannot be computed again. "
                                    + "Restore the folder from its backup, or ingest everything from the inbox into a new home")
                            .formatted(String.join(", ", missing), folder));
        }
        TreeMap<Integer, PersonKey> keys = keys();
        return keys.isEmpty() ? create() : keys.lastEntry().getValue();
    }

    List<String> missing(Collection<String> used) {
        TreeSet<String> missing = new TreeSet<>(used);
        keys().values().forEach(key -> missing.remove(key.version()));
        return List.copyOf(missing);
    }

    private TreeMap<Integer, PersonKey> keys() {
        TreeMap<Integer, PersonKey> keys = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return keys;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    int version = Integer.parseInt(name.group(1));
                    keys.put(version, read(version, file));
                }
            }
        } catch (IOException e) {
            throw AtomicFiles.failed("read the person keys in", folder, e);
        }
        return keys;
    }

    private static PersonKey read(int version, Path file) throws IOException {
        String secret = Files.readString(file, StandardCharsets.UTF_8).strip();
        if (!SECRET.matcher(secret).matches()) {
            throw new SetupException(
                    "Invalid person key %s: expected 64 hexadecimal digits, found %d characters; restore it from its backup"
                            .formatted(file, secret.length()));
        }
        return PersonKey.of(version, HexFormat.of().parseHex(secret));
    }

    private PersonKey create() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        Path file = folder.resolve("person-key-v1.hex");
        try {
            Files.createDirectories(folder, ownerOnly("rwx------"));
            Path beside = Files.createTempFile(folder, "person-key", ".new", ownerOnly("rw-------"));
            Files.writeString(beside, HexFormat.of().formatHex(secret) + "\n", StandardCharsets.UTF_8);
            return publish(beside, file);
        } catch (IOException e) {
            throw AtomicFiles.failed("write the person key", file, e);
        }
    }

    /** Of two processes that make the first key at once, one wins and both use its key. */
    private static PersonKey publish(Path beside, Path file) throws IOException {
        try {
            Files.createLink(file, beside);
        } catch (FileAlreadyExistsException made) {
            return read(1, file);
        } finally {
            Files.deleteIfExists(beside);
        }
        return read(1, file);
    }

    private FileAttribute<?>[] ownerOnly(String permissions) {
        boolean isPosix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        return isPosix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
