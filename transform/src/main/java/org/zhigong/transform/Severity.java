package org.zhigong.transform;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the gate does about a failed check. */
public enum Severity {
    /** No release until it is repaired. */
    @JsonProperty("stop")
    STOP,
    /** The release says so. */
    @JsonProperty("alert")
    ALERT;

    /** The word in content files. */
    public String word() {
        return this == STOP ? "stop" : "alert";
    }
}
