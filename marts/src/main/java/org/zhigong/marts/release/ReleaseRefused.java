package org.zhigong.marts.release;

import org.zhigong.warehouse.DataException;

/** The gate refused a release: the one before stays current, and the refused one can be looked at. */
public final class ReleaseRefused extends DataException {

    private static final long serialVersionUID = 1L;

    private final transient Manifest manifest;

    ReleaseRefused(String message, Manifest manifest) {
        super(message);
        this.manifest = manifest;
    }

    /** What was refused, with every check. */
    public Manifest manifest() {
        return manifest;
    }
}
