package org.zhigong.airflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The runs of one DAG. */
public final class Runs {

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Http http;
    private final String dag;

    Runs(Http http, String dag) {
        this.http = http;
        this.dag = dag;
    }

    /** All runs, the latest first. */
    public Stream<Run> list() {
        Call call = Call.get("/api/v2/dags/%s/dagRuns", dag).with("order_by", "-run_after");
        return http.list(call, "dag_runs", Run.class);
    }

    /** @throws AirflowException.NotFound if there is none of this id */
    public Run get(String id) {
        return http.get(Call.get("/api/v2/dags/%s/dagRuns/%s", dag, id), Run.class);
    }

    /**
     * Starts a run, or finds the one of this name that is there. Since its name tells it from others, a call whose
     * answer was lost is made again.
     *
     * @throws AirflowException.Invalid if the DAG does not accept the parameters
     * @throws AirflowException.Conflict if another run is for the same logical date
     * @throws AirflowException.NotFound if there is no such DAG
     */
    public Triggered trigger(NewRun run) {
        try {
            Call call = Call.post(run.body(), "/api/v2/dags/%s/dagRuns", dag).repeatable();
            return new Triggered(http.get(call, Run.class), true);
        } catch (AirflowException.Conflict conflict) {
            try {
                return new Triggered(get(run.id()), false);
            } catch (AirflowException.NotFound e) {
                // What is there already is not this run but another of the same date.
                throw conflict;
            }
        }
    }

    /**
     * Waits until a run has ended, asking for its state every second; a server that is away for a short time meanwhile
     * is asked again.
     *
     * @param states is told each state once as it is entered
     * @return {@link Run.State#SUCCESS} or {@link Run.State#FAILED}
     * @throws AirflowException.TimedOut if it has not ended within {@code longest}; it goes on running
     * @throws AirflowException.Cancelled if the thread is interrupted; the run goes on
     */
    public Run.State await(String id, Duration longest, Consumer<Run.State> states) {
        Instant deadline = Instant.now().plus(longest);
        Run.@Nullable State before = null;
        while (true) {
            Run.State now = get(id).state();
            if (now != before) {
                states.accept(now);
                before = now;
            }
            if (now.isEnd()) {
                return now;
            }
            if (Instant.now().isAfter(deadline)) {
                throw new AirflowException.TimedOut("Run %s of %s is %s after %s: it goes on; wait again, or cancel it"
                        .formatted(id, dag, now, longest));
            }
            Http.sleep(LOOK, "wait for run " + id);
        }
    }

    /**
     * The states of a run as the server tells them, every {@code interval} and at its end, one line of JSON each; the
     * last one holds what {@code task} returned. To be closed.
     */
    public Stream<String> watch(String id, Duration interval, String task) {
        return http.lines(Call.get("/api/v2/dags/%s/dagRuns/%s/wait", dag, id)
                .with("interval", Math.max(1, interval.toSeconds()))
                .with("result", task));
    }

    /** Ends a run as failed; its tasks that run are stopped. */
    public Run cancel(String id) {
        return http.get(Call.patch(Map.of("state", "failed"), "/api/v2/dags/%s/dagRuns/%s", dag, id), Run.class);
    }

    /** The task instances that {@link #clear} would run again. */
    public List<TaskInstance> wouldClear(String id, boolean onlyFailed) {
        return cleared(id, onlyFailed, true);
    }

    /** Runs the task instances of a run again, or those that failed. @return them, as they were */
    public List<TaskInstance> clear(String id, boolean onlyFailed) {
        return cleared(id, onlyFailed, false);
    }

    private List<TaskInstance> cleared(String id, boolean onlyFailed, boolean isTry) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("dag_run_id", id);
        body.put("dry_run", isTry);
        body.put("only_failed", onlyFailed);
        body.put("reset_dag_runs", true);
        Call call = Call.post(body, "/api/v2/dags/%s/clearTaskInstances", dag);
        List<TaskInstance> cleared = new ArrayList<>();
        for (JsonNode each : http.tree(isTry ? call.repeatable() : call).path("task_instances")) {
            cleared.add(JsonText.value(http.named(call), each, TaskInstance.class));
        }
        return cleared;
    }
}
