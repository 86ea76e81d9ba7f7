package org.zhigong.ingest.read;

import org.zhigong.warehouse.Batch;

/** Ends the intake of a file that turned out to be refused, from wherever that shows. */
public final class RejectedFile extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;

    private RejectedFile(Rejection rejection) {
        super(rejection.code());
        this.rejection = rejection;
    }

    /** For the reason {@code code}, in sentences that hold nothing of the file's cells. */
    public static RejectedFile of(String code, String zh, String en) {
        return new RejectedFile(Rejection.of(code, zh, en));
    }

    /** The reason, one of the code list of findings. */
    public String code() {
        return rejection.code();
    }

    /** What is wrong and what to do about it. */
    public Batch.Message message() {
        return rejection.message();
    }

    Rejection rejection() {
        return rejection;
    }
}
