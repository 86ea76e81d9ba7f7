package org.zhigong.jobs.city.truth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.zhigong.jobs.city.feed.Delivery;
import org.zhigong.jobs.city.feed.DeliveryForm;
import org.zhigong.warehouse.Hashes;

/** Tells the SHA-256 of a delivered file, which decides between files that arrive on one day. */
@FunctionalInterface
public interface FileHash {

    /** The hash of the bytes of {@code delivery}, in lower-case hex. */
    String of(Delivery delivery);

    /** The hashes of the files that lie in the folders of their feeds below {@code inbox}; each is read once. */
    static FileHash below(Path inbox) {
        Map<Delivery, String> known = new HashMap<>();
        return delivery -> known.computeIfAbsent(delivery, file -> {
            Path folder = inbox.resolve(file.feed().id());
            return DeliveryForm.ofName(file.fileName()) == DeliveryForm.ARCHIVE
                    ? ofPacked(folder.resolve(DeliveryForm.onDisk(file.fileName())))
                    : Hashes.ofFile(folder.resolve(file.fileName()));
        });
    }

    // The envelope does not count.
    private static String ofPacked(Path archive) {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive), Charset.forName("GBK"))) {
            zip.getNextEntry();
            return HexFormat.of().formatHex(Hashes.sha256().digest(zip.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + archive, e);
        }
    }
}
