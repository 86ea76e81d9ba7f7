package org.zhigong.airflow;

import java.util.Map;
import java.util.stream.Stream;

/** The DAGs of a server. */
public final class Dags {

    private final Http http;

    Dags(Http http) {
        this.http = http;
    }

    public Stream<Dag> list() {
        return http.list(Call.get("/api/v2/dags").with("order_by", "dag_id"), "dags", Dag.class);
    }

    /** @throws AirflowException.NotFound if there is none of this id */
    public Dag get(String id) {
        return http.get(Call.get("/api/v2/dags/%s", id), Dag.class);
    }

    /** Lets the scheduler start no run of it any more; runs that wait stay waiting. */
    public Dag pause(String id) {
        return paused(id, true);
    }

    public Dag unpause(String id) {
        return paused(id, false);
    }

    private Dag paused(String id, boolean isPaused) {
        return http.get(Call.patch(Map.of("is_paused", isPaused), "/api/v2/dags/%s", id), Dag.class);
    }
}
