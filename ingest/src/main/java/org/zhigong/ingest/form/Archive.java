package org.zhigong.ingest.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A zip archive of delivered files, unpacked whole or not at all. An archive inside of it stays packed. */
public final class Archive {

    private static final int MOST_ENTRIES = 1_000;
    private static final int LONGEST_NAME = 80;

    private final Path folder;
    private final Budget budget;
    private final Map<String, Path> folders = new LinkedHashMap<>();
    private final List<Unpacked> unpacked = new ArrayList<>();

    private Archive(Path folder, Budget budget) {
        this.folder = folder;
        this.budget = budget;
    }

    /**
     * A file that was in an archive.
     *
     * @param file where it is now; files of one folder of the archive are in one folder
     * @param name as the archive has it, with folders
     * @param isGbk whether that name is written in GBK
     */
    public record Unpacked(Path file, String name, boolean isGbk) {}

    /** Whether {@code file} is an archive, and no workbook. */
    public static boolean isArchive(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(4);
            boolean isZip = start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] < 7 && start[3] < 8;
            return isZip && Container.ofZip(file) == Form.ARCHIVE;
        } catch (IOException | RejectedFile e) {
            // Whoever reads it will say what is wrong.
            return false;
        }
    }

    /**
     * Unpacks {@code file} into the empty {@code folder}, which the caller deletes.
     *
     * @throws RejectedFile if it is damaged, needs a password, or holds more than anybody delivers
     */
    public static List<Unpacked> unpack(Path file, Path folder) throws IOException, RejectedFile {
        ZipDirectory directory = ZipDirectory.of(file, Form.ARCHIVE);
        if (directory.isEncrypted()) {
            throw Damage.encrypted(Form.ARCHIVE);
        }
        if (directory.entries().size() > MOST_ENTRIES) {
            throw Damage.tooLarge(
                    Form.ARCHIVE,
                    "内条目超过 %d 个".formatted(MOST_ENTRIES),
                    "with more than %d entries".formatted(MOST_ENTRIES));
        }
        Archive archive = new Archive(folder, Budget.once(Form.ARCHIVE, Files.size(file)));
        // Names as bytes: the directory knows better what they mean.
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1)) {
            archive.unpack(zip, directory);
        } catch (ZipException | java.io.EOFException e) {
            throw Damage.damaged(Form.ARCHIVE);
        }
        return archive.unpacked;
    }

    private void unpack(ZipFile zip, ZipDirectory directory) throws IOException, RejectedFile {
        Enumeration<? extends ZipEntry> entries = zip.entries();
        Set<String> names = new HashSet<>();
        for (ZipDirectory.Entry known : directory.entries()) {
            if (!entries.hasMoreElements()) {
                throw Damage.damaged(Form.ARCHIVE);
            }
            ZipEntry entry = entries.nextElement();
            if (!names.add(entry.getName())) {
                throw Damage.unsafe(Form.ARCHIVE, "同名条目", "two entries of one name");
            }
            String name = known.name().replace('\\', '/');
            if (!name.endsWith("/") && !name.startsWith("__MACOSX/")) {
                Path target = target(name);
                write(zip, entry, target);
                unpacked.add(new Unpacked(target, name, known.isGbk()));
            }
        }
    }

    /** A place for the entry {@code name}, whatever that leads to: only its last two parts tell something. */
    private Path target(String name) throws IOException {
        int slash = name.lastIndexOf('/');
        String parent = slash < 0 ? "" : name.substring(0, slash);
        Path place = folders.get(parent);
        if (place == null) {
            String last = parent.substring(parent.lastIndexOf('/') + 1);
            place = folder.resolve(Integer.toString(folders.size())).resolve(last.matches("[a-z_]+") ? last : "files");
            Files.createDirectories(place);
            folders.put(parent, place);
        }
        return place.resolve(safe(name.substring(slash + 1)));
    }

    private String safe(String name) {
        String plain = name.replaceAll("[\\p{Cntrl}:*?\"<>|]", "_");
        String kept = plain.length() > LONGEST_NAME ? plain.substring(plain.length() - LONGEST_NAME) : plain;
        return kept.isEmpty() || kept.matches("\\.+") ? "entry-" + unpacked.size() : kept;
    }

    private void write(ZipFile zip, ZipEntry entry, Path target) throws IOException, RejectedFile {
        if (Files.exists(target)) {
            throw Damage.unsafe(Form.ARCHIVE, "同名条目", "two entries of one name");
        }
        OwnerOnly.file(target);
        CRC32 crc = new CRC32();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = Files.newOutputStream(target, StandardOpenOption.WRITE)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                budget.spend(n);
                crc.update(buffer, 0, n);
                out.write(buffer, 0, n);
            }
        }
        if (crc.getValue() != entry.getCrc()) {
            throw Damage.damaged(Form.ARCHIVE);
        }
    }
}
