package org.zhigong.airflow;

import java.util.Map;
import java.util.stream.Stream;

/** The pools of a server. */
public final class Pools {

    private final Http http;

    Pools(Http http) {
        this.http = http;
    }

    public Stream<Pool> list() {
        return http.list(Call.get("/api/v2/pools").with("order_by", "name"), "pools", Pool.class);
    }

    /** @throws AirflowException.NotFound if there is none of this name */
    public Pool get(String name) {
        return http.get(Call.get("/api/v2/pools/%s", name), Pool.class);
    }

    /** Makes the pool, or sets its slots where it is there. */
    public Pool set(String name, int slots, String description) {
        Map<String, Object> body =
                Map.of("name", name, "slots", slots, "description", description, "include_deferred", false);
        try {
            return http.get(Call.post(body, "/api/v2/pools").repeatable(), Pool.class);
        } catch (AirflowException.Conflict e) {
            return http.get(Call.patch(body, "/api/v2/pools/%s", name), Pool.class);
        }
    }

    public void delete(String name) {
        http.tree(Call.delete("/api/v2/pools/%s", name));
    }
}
