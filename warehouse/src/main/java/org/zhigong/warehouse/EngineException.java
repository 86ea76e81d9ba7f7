package org.zhigong.warehouse;

/** The engine could not do what it was told; the message names the SQL, the cause says what the engine said. */
public final class EngineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EngineException(String message, Throwable cause) {
        super(message, cause);
    }
}
