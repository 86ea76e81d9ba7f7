package org.zhigong.airflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The task instances of one run: their states, logs, and what they returned. */
public final class Tasks {

    private static final String RETURNED = "return_value";

    private final Http http;
    private final String dag;
    private final String run;

    Tasks(Http http, String dag, String run) {
        this.http = http;
        this.dag = dag;
        this.run = run;
    }

    public Stream<TaskInstance> list() {
        return http.list(
                Call.get("/api/v2/dags/%s/dagRuns/%s/taskInstances", dag, run), "task_instances", TaskInstance.class);
    }

    /** @throws AirflowException.NotFound if the run has no such task */
    public TaskInstance get(String task) {
        return http.get(Call.get("/api/v2/dags/%s/dagRuns/%s/taskInstances/%s", dag, run, task), TaskInstance.class);
    }

    /**
     * A part of the log of one try.
     *
     * @param from the {@link LogPage#next} of the part before; empty for the beginning
     * @throws AirflowException.NotFound if the task never started
     */
    public LogPage log(TaskInstance task, int tryNumber, Optional<String> from) {
        Call call = Call.get("/api/v2/dags/%s/dagRuns/%s/taskInstances/%s/logs/%s", dag, run, task.task(), tryNumber)
                .with("map_index", task.mapIndex());
        Call asked = from.map(token -> call.with("token", token)).orElse(call);
        JsonNode answer = http.tree(asked);
        List<LogLine> lines = new ArrayList<>();
        for (JsonNode line : answer.path("content")) {
            lines.add(
                    line.isTextual()
                            ? new LogLine(Optional.empty(), line.asText(), Optional.empty(), Optional.empty())
                            : JsonText.value(http.named(asked), line, LogLine.class));
        }
        return new LogPage(
                lines, Optional.ofNullable(answer.path("continuation_token").textValue()));
    }

    /** The whole log of one try as far as it is written. */
    public List<LogLine> log(TaskInstance task, int tryNumber) {
        List<LogLine> lines = new ArrayList<>();
        Optional<String> next = Optional.empty();
        while (true) {
            LogPage page = log(task, tryNumber, next);
            lines.addAll(page.lines());
            if (page.next().isEmpty() || page.lines().isEmpty()) {
                return lines;
            }
            next = page.next();
        }
    }

    /** What a task returned, as JSON. @throws AirflowException.NotFound if it returned nothing */
    public JsonNode returned(TaskInstance task) {
        return xcom(task, RETURNED);
    }

    /** What a task left under {@code key}, as JSON. @throws AirflowException.NotFound if it left nothing there */
    public JsonNode xcom(TaskInstance task, String key) {
        return http.tree(Call.get(
                                "/api/v2/dags/%s/dagRuns/%s/taskInstances/%s/xcomEntries/%s",
                                dag, run, task.task(), key)
                        .with("map_index", task.mapIndex()))
                .path("value");
    }
}
