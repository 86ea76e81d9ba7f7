package org.zhigong.jobs.city.truth;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.zhigong.jobs.city.feed.Delivery;
import org.zhigong.warehouse.Hashes;

/** Tells the SHA-256 of a delivered file, which decides between files that arrive on one day. */
@FunctionalInterface
public interface FileHash {

    /** The hash of the bytes of {@code delivery}, in lower-case hex. */
    String of(Delivery delivery);

    /** The hashes of the files that lie in the folders of their feeds below {@code inbox}; each is read once. */
    static FileHash below(Path inbox) {
        Map<Delivery, String> known = new HashMap<>();
        return delivery -> known.computeIfAbsent(
                delivery, file -> Hashes.ofFile(inbox.resolve(file.feed().id()).resolve(file.fileName())));
    }
}
