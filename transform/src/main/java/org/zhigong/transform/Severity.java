package org.zhigong.transform;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the gate does about a failed check. */
public enum Severity {
    /** No release until it is repaired. */
    @JsonProperty("stop")
    STOP("stop"),
    /** The release says so. */
    @JsonProperty("alert")
    ALERT("alert");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    /** The word in content files. */
    public String word() {
        return word;
    }

    /** Reads the word of content files. @throws IllegalArgumentException naming the valid ones */
    public static Severity parse(String word) {
        for (Severity severity : values()) {
            if (severity.word.equals(word)) {
                return severity;
            }
        }
        throw new IllegalArgumentException("Invalid severity '%s': expected stop or alert".formatted(word));
    }
}
