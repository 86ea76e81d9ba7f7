package org.zhigong.warehouse;

/**
 * The call or the surroundings are wrong: a file that is not there, a broken contract or model, a full disk, another
 * writer; commands end with exit code 2. The message names the thing, the place, what was expected, what was found, and
 * what to do next.
 */
public final class SetupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SetupException(String message) {
        super(message);
    }

    public SetupException(String message, Throwable cause) {
        super(message, cause);
    }
}
