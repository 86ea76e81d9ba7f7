package org.zhigong.airflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AirflowTest {

    private static final String LOGIN = "POST /auth/token {\"username\":\"operator\",\"password\":\"secret\"}";

    private static final String RUN = """
            {"dag_run_id": "close-2025-03", "dag_id": "close", "state": "%s", "run_type": "manual",
             "logical_date": null, "run_after": "2026-01-02T03:04:05.678901Z", "conf": {"month": "2025-03"}, "more": 1}
            """;

    private final AnsweringServer server = new AnsweringServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void asksForTheVersionWithoutALogin() {
        server.then(200, "{\"version\": \"3.3.2\", \"git_version\": null}");

        Version version = server.client().version();

        assertThat(version).isEqualTo(new Version("3.3.2", Optional.empty()));
        assertThat(version.isAtLeast(3, 3)).isTrue();
        assertThat(version.isAtLeast(3, 4)).isFalse();
        assertThat(server.asked()).containsExactly("GET /api/v2/version");
    }

    @Test
    void tellsWhichPartsOfAServerAreMissing() {
        server.then(200, """
                {"metadatabase": {"status": "healthy"},
                 "scheduler": {"status": "unhealthy", "latest_scheduler_heartbeat": "2026-01-02T03:04:05+00:00"},
                 "triggerer": {"status": null}, "dag_processor": null}
                """);

        Health health = server.client().health();

        assertThat(health.missing())
                .containsExactly(Map.entry("dag processor", "absent"), Map.entry("scheduler", "unhealthy"));
        assertThat(health.scheduler().latestSchedulerHeartbeat()).contains(Instant.parse("2026-01-02T03:04:05Z"));
    }

    @Test
    void logsInOnceAndAgainWhenATokenHasExpired() {
        server.then(201, AnsweringServer.TOKEN)
                .then(200, RUN.formatted("running"))
                .then(401, "{\"detail\": \"Token Expired\"}")
                .then(201, "{\"access_token\": \"second\"}")
                .then(200, RUN.formatted("success"));
        Runs runs = server.client().runs("close");

        assertThat(runs.get("close-2025-03").state()).isEqualTo(Run.State.RUNNING);
        assertThat(runs.get("close-2025-03").state()).isEqualTo(Run.State.SUCCESS);

        assertThat(server.asked())
                .containsExactly(
                        LOGIN,
                        "GET /api/v2/dags/close/dagRuns/close-2025-03 as first",
                        "GET /api/v2/dags/close/dagRuns/close-2025-03 as first",
                        LOGIN,
                        "GET /api/v2/dags/close/dagRuns/close-2025-03 as second");
    }

    @Test
    void logsInAgainWhenTheServerHasAnotherKey() {
        server.then(201, AnsweringServer.TOKEN)
                .then(403, "{\"detail\": \"Invalid JWT token\"}")
                .then(201, "{\"access_token\": \"second\"}")
                .then(200, RUN.formatted("queued"));

        assertThat(server.client().runs("close").get("close-2025-03").state()).isEqualTo(Run.State.QUEUED);
    }

    @Test
    void saysThatALoginIsNotAcceptedWithoutSayingIt() {
        server.then(401, "{\"detail\": \"Invalid credentials\"}");

        assertThatThrownBy(() -> server.client().dags().get("close"))
                .isInstanceOf(AirflowException.NotLoggedIn.class)
                .hasMessage(
                        "POST %s/auth/token: the server says 401: Invalid credentials. Check the user and the password"
                                .formatted(server.address()));
        assertThat(Login.user("operator", "secret")).hasToString("user operator");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            403 | {"detail": "Forbidden"}                             | Forbidden    | Forbidden. Ask for a role that allows it
            404 | {"detail": "The Dag with ID: `close` was not found"} | NotFound     | The Dag with ID: `close` was not found
            400 | {"detail": "Invalid input for param month"}          | Invalid      | Invalid input for param month
            422 | {"detail": [{"loc": ["body", "x"], "msg": "Extra inputs are not permitted"}]} | Invalid | body.x: Extra inputs are not permitted
            409 | {"detail": {"reason": "Unique constraint violation"}} | Conflict    | Unique constraint violation
            500 | Internal Server Error                                | ServerFailed | Internal Server Error
            """)
    void saysWhatTheServerSays(int status, String body, String error, String said) {
        server.then(201, AnsweringServer.TOKEN)
                .then(status, body)
                .then(status, body)
                .then(status, body);

        assertThatThrownBy(() -> server.client().dags().get("close"))
                .isInstanceOf(AirflowException.Refused.class)
                .hasMessage(
                        "GET %s/api/v2/dags/close: the server says %d: %s".formatted(server.address(), status, said))
                .satisfies(
                        thrown -> assertThat(thrown.getClass().getSimpleName()).isEqualTo(error));
    }

    @Test
    void triggersARunAndSendsItsDateEvenIfItHasNone() {
        server.then(201, AnsweringServer.TOKEN).then(200, RUN.formatted("queued"));

        Triggered triggered = server.client()
                .runs("close")
                .trigger(NewRun.called("close-2025-03").with("month", "2025-03"));

        assertThat(triggered.isNew()).isTrue();
        assertThat(triggered.run().conf().orElseThrow().path("month").asText()).isEqualTo("2025-03");
        assertThat(server.asked().get(1))
                .isEqualTo("POST /api/v2/dags/close/dagRuns as first"
                        + " {\"dag_run_id\":\"close-2025-03\",\"logical_date\":null,\"conf\":{\"month\":\"2025-03\"}}");
    }

    @Test
    void takesTheRunThatIsThereForTheOneToTrigger() {
        server.then(201, AnsweringServer.TOKEN)
                .then(409, "{\"detail\": {\"reason\": \"Unique constraint violation\"}}")
                .then(200, RUN.formatted("running"));

        Triggered triggered = server.client().runs("close").trigger(NewRun.called("close-2025-03"));

        assertThat(triggered.isNew()).isFalse();
        assertThat(triggered.run().state()).isEqualTo(Run.State.RUNNING);
    }

    @Test
    void saysSoWhenAnotherRunHasTheDate() {
        server.then(201, AnsweringServer.TOKEN)
                .then(409, "{\"detail\": {\"reason\": \"Unique constraint violation\"}}")
                .then(404, "{\"detail\": \"not found\"}");
        Runs runs = server.client().runs("close");

        assertThatThrownBy(() -> runs.trigger(NewRun.called("close-2025-03")))
                .isInstanceOf(AirflowException.Conflict.class);
    }

    @Test
    void refusesANameThatAirflowWouldNotTake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NewRun.called("close 2025"))
                .withMessage("Invalid run id 'close 2025': expected letters, digits and _ . ~ : + - only");
    }

    @Test
    void encodesNamesInAddresses() {
        server.then(201, AnsweringServer.TOKEN).then(200, RUN.formatted("queued"));

        server.client().runs("close/all").get("a:b+c");

        assertThat(server.asked().get(1)).isEqualTo("GET /api/v2/dags/close%2Fall/dagRuns/a%3Ab%2Bc as first");
    }

    @Test
    void triesAgainWhenTheServerIsOverloaded() {
        server.then(503, "").then(502, "<html>").then(200, "{\"version\": \"3.3.2\"}");

        assertThat(server.client().version().version()).isEqualTo("3.3.2");
    }

    @Test
    void givesUpAfterAFewTries() {
        server.then(503, "").then(503, "").then(503, "busy");

        assertThatThrownBy(() -> server.client().version())
                .isInstanceOf(AirflowException.ServerFailed.class)
                .hasMessage("GET %s/api/v2/version: the server says 503: busy".formatted(server.address()));
        assertThat(server.asked()).hasSize(3);
    }

    @Test
    void makesAChangeOnceOnlyIfTwiceWouldBeAnother() {
        server.then(201, AnsweringServer.TOKEN).then(503, "busy");
        NewBackfill backfill = new NewBackfill(
                "close",
                Instant.parse("2025-01-01T00:00:00Z"),
                Instant.parse("2025-03-01T00:00:00Z"),
                NewBackfill.Again.NONE,
                1,
                Map.of());

        assertThatThrownBy(() -> server.client().backfills().start(backfill))
                .isInstanceOf(AirflowException.ServerFailed.class);
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void saysSoWhenNothingAnswers() {
        URI address = server.address();
        Airflow airflow = server.client();
        server.close();

        assertThatThrownBy(airflow::version)
                .isInstanceOf(AirflowException.NotReached.class)
                .hasMessage("GET %s/api/v2/version: no answer after 3 tries (ConnectException).".formatted(address)
                        + " Check the address, and whether the server runs");
    }

    @Test
    void saysSoWhenSomethingElseAnswers() {
        server.then(200, "<html>hello</html>");

        assertThatThrownBy(() -> server.client().version())
                .isInstanceOf(AirflowException.NotUnderstood.class)
                .hasMessageEndingWith("Is this the address of an Airflow server?");
    }

    @Test
    void fetchesPagesAsTheyAreRead() {
        server.then(201, AnsweringServer.TOKEN)
                .then(
                        200,
                        "{\"variables\": [{\"key\": \"a\", \"value\": \"1\", \"is_encrypted\": false}], \"total_entries\": 2}")
                .then(
                        200,
                        "{\"variables\": [{\"key\": \"b\", \"value\": null, \"is_encrypted\": true}], \"total_entries\": 2}");

        List<Variable> variables = server.client().variables().list().toList();

        assertThat(variables)
                .containsExactly(
                        new Variable("a", Optional.of("1"), Optional.empty(), false),
                        new Variable("b", Optional.empty(), Optional.empty(), true));
        assertThat(server.asked().subList(1, 3))
                .containsExactly(
                        "GET /api/v2/variables?order_by=key&limit=100&offset=0 as first",
                        "GET /api/v2/variables?order_by=key&limit=100&offset=1 as first");
    }

    @Test
    void waitsForTheEndAndTellsEachStateOnce() {
        server.then(201, AnsweringServer.TOKEN)
                .then(200, RUN.formatted("queued"))
                .then(200, RUN.formatted("running"))
                .then(200, RUN.formatted("failed"));
        List<Run.State> states = new ArrayList<>();

        Run.State end = server.client().runs("close").await("close-2025-03", Duration.ofMinutes(1), states::add);

        assertThat(end).isEqualTo(Run.State.FAILED);
        assertThat(states).containsExactly(Run.State.QUEUED, Run.State.RUNNING, Run.State.FAILED);
    }

    @Test
    void waitsNoLongerThanAsked() {
        server.then(201, AnsweringServer.TOKEN).then(200, RUN.formatted("queued"));
        Runs runs = server.client().runs("close");

        assertThatThrownBy(() -> runs.await("close-2025-03", Duration.ofMillis(-1), state -> {}))
                .isInstanceOf(AirflowException.TimedOut.class)
                .hasMessage(
                        "Run close-2025-03 of close is QUEUED after PT-0.001S: it goes on; wait again, or cancel it");
    }

    @Test
    void stopsWaitingWhenItsThreadIsInterrupted() {
        server.then(201, AnsweringServer.TOKEN).then(200, RUN.formatted("queued"));
        Runs runs = server.client().runs("close");

        assertThatThrownBy(() -> runs.await(
                        "close-2025-03",
                        Duration.ofMinutes(1),
                        state -> Thread.currentThread().interrupt()))
                .isInstanceOf(AirflowException.Cancelled.class)
                .hasMessage("wait for run close-2025-03: interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void readsALogUpToItsEnd() {
        server.then(201, AnsweringServer.TOKEN)
                .then(200, """
                        {"content": [{"event": "hello", "level": "info", "timestamp": "2026-01-02T03:04:05.1Z"}],
                         "continuation_token": "t1"}
                        """)
                .then(200, "{\"content\": [\"plain\"], \"continuation_token\": null}");
        TaskInstance task = new TaskInstance(
                "ingest",
                -1,
                Optional.of(TaskInstance.State.SUCCESS),
                1,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        List<LogLine> lines = server.client().tasks("close", "r").log(task, 1);

        assertThat(lines).extracting(LogLine::event).containsExactly("hello", "plain");
        assertThat(server.asked().get(2))
                .isEqualTo(
                        "GET /api/v2/dags/close/dagRuns/r/taskInstances/ingest/logs/1?map_index=-1&token=t1 as first");
    }
}
