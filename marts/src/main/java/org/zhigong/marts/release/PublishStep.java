package org.zhigong.marts.release;

/** The steps of a publication, in order; after each of them a crash leaves a home that the next run completes. */
enum PublishStep {
    /** The candidate in scratch has its manifest. */
    DESCRIBED,
    /** A refused or damaged release of the same id is out of the way. */
    CLEARED,
    /** The folder stands among the releases. */
    MOVED,
    /** Whoever had to sign it off did. */
    SIGNED,
    /** HEAD names it: from here on it is current. */
    NAMED,
    /** The link follows. */
    LINKED,
    /** The baseline counts what it found. */
    COUNTED,
    /** The history tells of it. */
    RECORDED
}
