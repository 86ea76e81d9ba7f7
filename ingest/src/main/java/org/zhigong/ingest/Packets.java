package org.zhigong.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.zhigong.ingest.form.Archive;
import org.zhigong.ingest.form.RejectedFile;
import org.zhigong.ingest.read.FileFacts;
import org.zhigong.ingest.read.FileReader;
import org.zhigong.warehouse.AtomicFiles;

/** The deliveries in an archive: all of its files that are not sidecars or control files of others. */
final class Packets {

    private Packets() {}

    /**
     * Unpacks the archive {@code arrival} into {@code folder}, which the caller deletes. What its sidecar says holds
     * for each file in it that has none of its own.
     *
     * @throws RejectedFile if it cannot be unpacked whole, or is empty
     */
    static List<Arrival> of(Arrival arrival, FileFacts facts, Path folder) throws RejectedFile {
        List<Arrival> arrivals = new ArrayList<>();
        try {
            Path sidecar = sidecar(arrival.file());
            for (Archive.Unpacked unpacked : Archive.unpack(arrival.file(), folder)) {
                if (!Arrival.isBeside(unpacked.file())) {
                    arrivals.add(arrival.entry(unpacked));
                }
            }
            FileReader.requireUnchanged(arrival.file(), facts);
            if (Files.exists(sidecar)) {
                for (Arrival each : arrivals) {
                    if (!Files.exists(sidecar(each.file()))) {
                        Files.copy(sidecar, sidecar(each.file()));
                    }
                }
            }
        } catch (IOException e) {
            throw AtomicFiles.failed("unpack", arrival.file(), e);
        }
        if (arrivals.isEmpty()) {
            throw RejectedFile.of("EMPTY_FILE", "压缩包里没有文件。请重新报送。", "The archive holds no files. Deliver it again.");
        }
        return arrivals;
    }

    private static Path sidecar(Path file) {
        return file.resolveSibling(file.getFileName() + Arrival.SIDECAR);
    }
}
