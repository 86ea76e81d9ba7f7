package org.zhigong.airflow;

import java.util.Optional;

/** Slots that tasks share: no more of them run at once. */
public record Pool(
        String name, int slots, Optional<String> description, int openSlots, int runningSlots, int queuedSlots) {}
