package org.zhigong.jobs.city.write;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes delimited text into an archive, as programs pack that write names in GBK. */
final class PackedWriter extends LineWriter {

    private static final LocalDateTime PACKED = LocalDateTime.of(2020, 1, 1, 0, 0);

    private PackedWriter(OutputStream out, FileForm form) {
        super(out, form);
    }

    /** Opens {@code archive} for one file called {@code name} there. */
    static PackedWriter open(Path archive, String name, FileForm form) {
        ZipOutputStream zip = new ZipOutputStream(LineWriter.create(archive), Charset.forName("GBK"));
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(PACKED);
        try {
            zip.putNextEntry(entry);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write an archive", e);
        }
        return new PackedWriter(zip, form);
    }

    @Override
    List<String> codes() {
        return List.of("ARCHIVE_NAMES_GBK");
    }
}
