package org.zhigong.ingest.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.zhigong.ingest.form.RejectedFile;
import org.zhigong.ingest.read.FileFacts.Bom;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.Hashes;

/** One look at all bytes of a file, as fast as the disk gives them. */
final class FileScan {

    private static final int BUFFER = 1 << 18;

    private FileScan() {}

    /** The facts about {@code file}. @throws RejectedFile if it cannot be read, or changes meanwhile */
    static FileFacts of(Path file) throws RejectedFile {
        try {
            BasicFileAttributes before = Files.readAttributes(file, BasicFileAttributes.class);
            FileFacts facts = scan(file, before);
            requireUnchanged(file, facts);
            if (facts.bytes() != before.size()) {
                throw changed();
            }
            return facts;
        } catch (AccessDeniedException e) {
            throw unreadable(
                    "没有读取权限。请授予运行者读取权限后重新运行。", "permission denied. Give whoever runs this the right to read it");
        } catch (NoSuchFileException e) {
            throw unreadable("文件不存在或链接失效。请重新放置文件。", "there is no file behind this name. Put the file there again");
        } catch (IOException e) {
            throw AtomicFiles.failed("read", file, e);
        }
    }

    /** Asks the file system whether {@code file} is still what {@code facts} were taken from. */
    static void requireUnchanged(Path file, FileFacts facts) throws RejectedFile {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            if (now.size() != facts.bytes() || !now.lastModifiedTime().equals(facts.modified())) {
                throw changed();
            }
        } catch (IOException e) {
            throw AtomicFiles.failed("read", file, e);
        }
    }

    private static RejectedFile changed() {
        return unreadable(
                "读取过程中内容发生变化，可能仍在传输。本次未保留任何内容；请在传输完成后重新运行。",
                "it changed while it was read, as a file does whose transfer goes on. Nothing of it was kept; run again"
                        + " when the transfer is complete");
    }

    private static RejectedFile unreadable(String zh, String en) {
        return RejectedFile.of("FILE_UNREADABLE", "无法读取文件：" + zh, "Cannot read the file: %s.".formatted(en));
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
