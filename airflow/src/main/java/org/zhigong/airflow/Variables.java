package org.zhigong.airflow;

import java.util.Map;
import java.util.stream.Stream;

/** The variables of a server. */
public final class Variables {

    private final Http http;

    Variables(Http http) {
        this.http = http;
    }

    public Stream<Variable> list() {
        return http.list(Call.get("/api/v2/variables").with("order_by", "key"), "variables", Variable.class);
    }

    /** @throws AirflowException.NotFound if there is none of this key */
    public Variable get(String key) {
        return http.get(Call.get("/api/v2/variables/%s", key), Variable.class);
    }

    /** Makes the variable, or gives it another value where it is there. */
    public Variable set(String key, String value) {
        Map<String, Object> body = Map.of("key", key, "value", value);
        try {
            return http.get(Call.post(body, "/api/v2/variables").repeatable(), Variable.class);
        } catch (AirflowException.Conflict e) {
            return http.get(Call.patch(body, "/api/v2/variables/%s", key), Variable.class);
        }
    }

    public void delete(String key) {
        http.tree(Call.delete("/api/v2/variables/%s", key));
    }
}
