package org.zhigong.ingest.read;

/** What was found in one cell. */
record Finding(String code, Effect effect) {

    /** What follows for the row. */
    enum Effect {
        NORMALISED,
        FLAGGED,
        QUARANTINED
    }

    static Finding normalised(String code) {
        return new Finding(code, Effect.NORMALISED);
    }

    static Finding flagged(String code) {
        return new Finding(code, Effect.FLAGGED);
    }

    static Finding quarantined(String code) {
        return new Finding(code, Effect.QUARANTINED);
    }
}
