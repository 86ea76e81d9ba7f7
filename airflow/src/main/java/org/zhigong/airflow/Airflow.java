package org.zhigong.airflow;

import java.net.URI;
import java.util.stream.Stream;

/**
 * An Airflow server and what it can be asked.
 *
 * <pre>{@code
 * Airflow airflow = Airflow.at(URI.create("http://127.0.0.1:8080"), Login.user("operator", password));
 * Runs runs = airflow.runs("month_close");
 * Run run = runs.trigger(NewRun.called("close-2025-03").with("month", "2025-03")).run();
 * Run.State end = runs.await(run.id(), Duration.ofHours(2), state -> System.err.println(state));
 * }</pre>
 *
 * <p>Objects of this library can be shared by threads. A list is a stream that fetches its pages as it is read. What
 * may be repeated without harm is repeated as {@link Limits} says when the server cannot be reached, fails or is
 * overloaded.
 *
 * <p><b>Exception handling:</b> every call throws an {@link AirflowException}, whose class tells what went wrong: not
 * reached, not logged in, forbidden, not there, in conflict, invalid, or failed at the server.
 */
public final class Airflow {

    private final Http http;

    private Airflow(Http http) {
        this.http = http;
    }

    /** The server at {@code address}, of which only scheme, host, port and a path before {@code /api} count. */
    public static Airflow at(URI address, Login login) {
        return at(address, login, Limits.DEFAULT);
    }

    public static Airflow at(URI address, Login login, Limits limits) {
        return new Airflow(new Http(address, login, limits));
    }

    /** Asked without a login, so that it also tells whether anything answers at all. */
    public Version version() {
        return http.get(Call.get("/api/v2/version").withoutLogin(), Version.class);
    }

    /** How the parts of the server are, asked without a login. */
    public Health health() {
        return http.get(Call.get("/api/v2/monitor/health").withoutLogin(), Health.class);
    }

    /** The files of DAGs that could not be read, each with the reason. */
    public Stream<ImportError> importErrors() {
        return http.list(Call.get("/api/v2/importErrors"), "import_errors", ImportError.class);
    }

    public Dags dags() {
        return new Dags(http);
    }

    /** The runs of one DAG. */
    public Runs runs(String dag) {
        return new Runs(http, dag);
    }

    /** The task instances of one run. */
    public Tasks tasks(String dag, String run) {
        return new Tasks(http, dag, run);
    }

    public Backfills backfills() {
        return new Backfills(http);
    }

    public Assets assets() {
        return new Assets(http);
    }

    public Pools pools() {
        return new Pools(http);
    }

    public Variables variables() {
        return new Variables(http);
    }
}
