package org.zhigong.airflow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a call brought nothing. The message names the call, what the server said, and, where there is something to do
 * about it, what. It never holds a password or token.
 */
@SuppressWarnings("serial") // Exceptions of this library are thrown, never stored.
public abstract sealed class AirflowException extends RuntimeException {

    private AirflowException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Nothing answered, or not in time. Whether a change was made is not known. */
    public static final class NotReached extends AirflowException {
        NotReached(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The thread was interrupted while it waited; it still is. */
    public static final class Cancelled extends AirflowException {
        Cancelled(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** What was waited for did not happen in time. */
    public static final class TimedOut extends AirflowException {
        TimedOut(String message) {
            super(message, null);
        }
    }

    /** The answer is not what an Airflow of this version says. */
    public static final class NotUnderstood extends AirflowException {
        NotUnderstood(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** The server said no. */
    public abstract static sealed class Refused extends AirflowException {

        private final int status;

        private Refused(String message, int status) {
            super(message, null);
            this.status = status;
        }

        /** The status of HTTP. */
        public int status() {
            return status;
        }
    }

    /** The login is not accepted. */
    public static final class NotLoggedIn extends Refused {
        NotLoggedIn(String message, int status) {
            super(message, status);
        }
    }

    /** The login is accepted, but its role does not allow this. */
    public static final class Forbidden extends Refused {
        Forbidden(String message, int status) {
            super(message, status);
        }
    }

    /** What was asked for is not there. */
    public static final class NotFound extends Refused {
        NotFound(String message, int status) {
            super(message, status);
        }
    }

    /** It is there already, or something else is under way. */
    public static final class Conflict extends Refused {
        Conflict(String message, int status) {
            super(message, status);
        }
    }

    /** The request is wrong. */
    public static final class Invalid extends Refused {

        private final List<String> problems;

        Invalid(String message, int status, List<String> problems) {
            super(message, status);
            this.problems = List.copyOf(problems);
        }

        /** What is wrong, one line each, with the place in the request where the server names it. */
        public List<String> problems() {
            return problems;
        }
    }

    /** The server failed, or is overloaded. */
    public static final class ServerFailed extends Refused {
        ServerFailed(String message, int status) {
            super(message, status);
        }
    }
}
