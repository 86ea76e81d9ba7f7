package org.zhigong.warehouse;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of a file. */
public enum Verdict {
    /** Its accepted rows count. */
    @JsonProperty("accepted")
    ACCEPTED,
    /** Well formed, but so unlike what came before that somebody has to confirm it first. */
    @JsonProperty("held")
    HELD,
    /** Nothing of it was kept but this verdict. */
    @JsonProperty("rejected")
    REJECTED,
    /** The same bytes came before. */
    @JsonProperty("duplicate")
    DUPLICATE
}
