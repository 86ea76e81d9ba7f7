package org.zhigong.ingest.form;

import org.zhigong.warehouse.Batch;

/** Ends the intake of a file that turned out to be refused, from wherever that shows. */
public final class RejectedFile extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Batch.Message message;

    private RejectedFile(String code, Batch.Message message) {
        super(code);
        this.code = code;
        this.message = message;
    }

    /** For the reason {@code code}, in sentences that hold nothing of the file's cells. */
    public static RejectedFile of(String code, String zh, String en) {
        return new RejectedFile(code, new Batch.Message(zh, en));
    }

    /** The reason, one of the code list of findings. */
    public String code() {
        return code;
    }

    /** What is wrong and what to do about it. */
    public Batch.Message message() {
        return message;
    }
}
