package org.zhigong.warehouse;

/**
 * The data or the gate said no; commands end with exit code 1. The message names the thing, the place, what was
 * expected, what was found, and what to do next.
 */
public class DataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DataException(String message) {
        super(message);
    }

    public DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
