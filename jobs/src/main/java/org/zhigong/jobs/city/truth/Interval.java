package org.zhigong.jobs.city.truth;

/** Between what numbers a numerator lies, both included. */
record Interval(long lower, long upper) {

    boolean isJust(long number) {
        return lower == number && upper == number;
    }
}
