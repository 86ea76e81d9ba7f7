package org.zhigong.jobs.city.truth;

import org.zhigong.jobs.city.feed.Delivery;

/** Tells the SHA-256 of a delivered file, which decides between files that arrive on one day. */
@FunctionalInterface
public interface FileHash {

    /** The hash of the bytes of {@code delivery}, in lower-case hex. */
    String of(Delivery delivery);
}
