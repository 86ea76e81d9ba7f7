package org.zhigong.jobs.city.feed;

import java.nio.file.Path;
import java.time.YearMonth;

/** Whoever computes the true figures of a city independently of the models. */
@FunctionalInterface
public interface TruthWriter {

    /**
     * Writes the figures of a release that closes {@code closing} with every delivery known, into {@code folder}, which
     * exists and is empty.
     */
    void write(CityStream city, YearMonth closing, Path folder);
}
