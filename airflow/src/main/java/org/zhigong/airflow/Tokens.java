package org.zhigong.airflow;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** The token of a login, asked for when it is first needed and when the server does not accept it any more. */
final class Tokens {

    private final Http http;
    private final Login login;
    private @Nullable String token;

    /** What is changed for a token. */
    private record Credentials(String username, String password) {}

    Tokens(Http http, Login login) {
        this.http = http;
        this.login = login;
    }

    synchronized String current() {
        String known = token == null ? fresh() : token;
        token = known;
        return known;
    }

    /** Another token than {@code refused}; one that another thread has got meanwhile will do. */
    synchronized String renewed(String refused) {
        if (refused.equals(token)) {
            token = null;
        }
        return current();
    }

    private String fresh() {
        if (login instanceof Login.User user) {
            Call call = Call.post(new Credentials(user.name(), user.password()), "/auth/token")
                    .withoutLogin()
                    .repeatable();
            JsonNode answer = http.tree(call).path("access_token");
            if (!answer.isTextual()) {
                throw new AirflowException.NotUnderstood(http.named(call) + ": the answer holds no access_token", null);
            }
            return answer.asText();
        }
        return ((Login.Token) login).tokens().get();
    }
}
