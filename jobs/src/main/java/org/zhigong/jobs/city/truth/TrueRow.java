package org.zhigong.jobs.city.truth;

import java.util.Optional;

/** One contribution to a cell; within a cell nobody contributes two, unless rows say who does. */
interface TrueRow {

    /** Whether somebody stands behind it who must not be recognised. */
    boolean isContributor();

    /** Who stands behind it, where somebody may stand behind several rows of a cell. */
    default Optional<String> contributor() {
        return Optional.empty();
    }
}
