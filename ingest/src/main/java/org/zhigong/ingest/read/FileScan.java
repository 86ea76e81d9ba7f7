package org.zhigong.ingest.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.zhigong.ingest.read.FileFacts.Bom;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.Hashes;
import org.zhigong.warehouse.SetupException;

/** One look at all bytes of a file, as fast as the disk gives them. */
final class FileScan {

    private static final int BUFFER = 1 << 18;

    private FileScan() {}

    /** The facts about {@code file}. @throws SetupException if it cannot be read, or changes meanwhile */
    static FileFacts of(Path file) {
        try {
            BasicFileAttributes before = Files.readAttributes(file, BasicFileAttributes.class);
            FileFacts facts = scan(file, before);
            requireUnchanged(file, facts);
            if (facts.bytes() != before.size()) {
                throw changed(file);
            }
            return facts;
        } catch (IOException e) {
            throw AtomicFiles.failed("read", file, e);
        }
    }

    /** Asks the file system whether {@code file} is still what {@code facts} were taken from. */
    static void requireUnchanged(Path file, FileFacts facts) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            if (now.size() != facts.bytes() || !now.lastModifiedTime().equals(facts.modified())) {
                throw changed(file);
            }
        } catch (IOException e) {
            throw AtomicFiles.failed("read", file, e);
        }
    }

    static SetupException changed(Path file) {
        return new SetupException(
                ("The file %s was changed while it was read: expected the same bytes from start to end. Nothing of it was"
                                + " kept; run again when its transfer is complete")
                        .formatted(file));
    }

    private static FileFacts scan(Path file, BasicFileAttributes attributes) throws IOException {
        byte[] buffer = new byte[BUFFER];
        MessageDigest digest = Hashes.sha256();
        try (InputStream in = Files.newInputStream(file)) {
            int n = in.readNBytes(buffer, 0, BUFFER);
            long bytes = n;
            Head head = new Head(buffer, n);
            Bom bom = head.bom();
            Utf8Scan utf8 = new Utf8Scan();
            RecordScan records = new RecordScan(head.delimiter());
            int start = bom.length();
            while (n > 0) {
                digest.update(buffer, 0, n);
                if (utf8.isValid()) {
                    utf8.accept(buffer, start, n);
                    records.accept(buffer, start, n);
                }
                start = 0;
                n = in.readNBytes(buffer, 0, BUFFER);
                bytes += n;
            }
            records.end();
            boolean isUtf8 = utf8.isComplete();
            return new FileFacts(
                    HexFormat.of().formatHex(digest.digest()),
                    bytes,
                    attributes.lastModifiedTime(),
                    bom,
                    isUtf8,
                    utf8.isDamaged() || head.hasDoubleMark(),
                    isUtf8 && records.isPlain(),
                    records.endOfLine(),
                    head.delimiter(),
                    records.fields(),
                    records.records(),
                    head);
        }
    }
}
