package org.zhigong.airflow;

/**
 * What triggering came to.
 *
 * @param isNew false if a run of this name was there already
 */
public record Triggered(Run run, boolean isNew) {}
