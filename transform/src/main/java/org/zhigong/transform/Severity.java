package org.zhigong.transform;

/** What the gate does about a failed check. */
public enum Severity {
    /** No release until it is repaired. */
    STOP,
    /** The release says so. */
    ALERT;

    /** The word in content files. */
    public String word() {
        return this == STOP ? "stop" : "alert";
    }
}
