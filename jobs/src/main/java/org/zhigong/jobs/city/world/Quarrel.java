package org.zhigong.jobs.city.world;

import java.time.LocalDate;
import java.util.List;

/**
 * Workers and their employer disagree.
 *
 * @param key unlike that of any other quarrel
 * @param beganOn when somebody first applied for help
 * @param persons the workers who act, some of {@code workers}
 * @param isCommonClaim whether all of them want the same
 */
record Quarrel(
        Life life, long key, LocalDate beganOn, String cause, List<Long> persons, int workers, boolean isCommonClaim) {

    Quarrel {
        persons = List.copyOf(persons);
    }

    /** The distinctive part of its case numbers: letters and digits, so that nothing takes it for a phone number. */
    String number() {
        return "H" + Long.toString(key, 36).toUpperCase(java.util.Locale.ROOT);
    }
}
