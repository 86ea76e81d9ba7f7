package org.zhigong.airflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The backfills of a server. */
public final class Backfills {

    private final Http http;

    Backfills(Http http) {
        this.http = http;
    }

    public Stream<Backfill> list(String dag) {
        return http.list(Call.get("/api/v2/backfills").with("dag_id", dag), "backfills", Backfill.class);
    }

    public Backfill get(int id) {
        return http.get(Call.get("/api/v2/backfills/%s", id), Backfill.class);
    }

    /** The logical dates that {@code backfill} would run. @throws AirflowException.Invalid without a schedule */
    public List<Instant> wouldRun(NewBackfill backfill) {
        Call call = Call.post(backfill.body(), "/api/v2/backfills/dry_run").repeatable();
        List<Instant> dates = new ArrayList<>();
        for (JsonNode each : http.tree(call).path("backfills")) {
            dates.add(OffsetDateTime.parse(each.path("logical_date").asText()).toInstant());
        }
        return dates;
    }

    /**
     * Starts it.
     *
     * @throws AirflowException.Conflict if another one of this DAG is under way
     * @throws AirflowException.Invalid if the DAG has no schedule
     */
    public Backfill start(NewBackfill backfill) {
        return http.get(Call.post(backfill.body(), "/api/v2/backfills"), Backfill.class);
    }

    /** Starts none of its runs any more, and ends those that wait. */
    public Backfill cancel(int id) {
        return http.get(Call.put("/api/v2/backfills/%s/cancel", id), Backfill.class);
    }
}
