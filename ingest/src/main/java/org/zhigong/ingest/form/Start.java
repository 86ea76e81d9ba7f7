package org.zhigong.ingest.form;

/** The first bytes of a file. */
public interface Start {

    /** Whether they begin with {@code expected}. */
    boolean hasBytes(int... expected);

    /** As text, without a mark: in the encoding that a mark says, else a character for each byte. */
    String text();
}
