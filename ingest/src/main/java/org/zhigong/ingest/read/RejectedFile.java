package org.zhigong.ingest.read;

/** Ends the reading of a file that turned out to be refused, from wherever in its stream that shows. */
final class RejectedFile extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;

    RejectedFile(Rejection rejection) {
        super(rejection.code());
        this.rejection = rejection;
    }

    static RejectedFile of(String code, String zh, String en) {
        return new RejectedFile(Rejection.of(code, zh, en));
    }

    Rejection rejection() {
        return rejection;
    }
}
