package org.zhigong.jobs.city.plant;

import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.city.feed.PlantedDefect.Outcome;

/** What is wrong with a line, and what has to become of it. */
public record Mark(String code, Outcome outcome, @Nullable String column) {}
