package org.zhigong.airflow;

import java.util.function.Supplier;

/** How to be somebody at the server. A login never shows its secret as text. */
public sealed interface Login {

    /**
     * Somebody with a password, which is changed for a token at {@code /auth/token}, again whenever one has expired.
     */
    static Login user(String name, String password) {
        return new User(name, password);
    }

    /** A token that comes from elsewhere; it is asked for again when the server does not accept it any more. */
    static Login token(Supplier<String> tokens) {
        return new Token(tokens);
    }

    /** A name and a password. */
    record User(String name, String password) implements Login {
        @Override
        public String toString() {
            return "user " + name;
        }
    }

    /** Where tokens come from. */
    record Token(Supplier<String> tokens) implements Login {
        @Override
        public String toString() {
            return "token";
        }
    }
}
