package org.zhigong.airflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The client against a real Airflow, which is started once for all these tests. */
@Tag("airflow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AirflowServerTest {

    private static final Duration LONG = Duration.ofMinutes(3);

    private Path folder;
    private URI address;
    private Airflow airflow;
    private Runs runs;

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException, InterruptedException {
        folder = temporary;
        int port = freePort();
        Path dags = Path.of("src/test/resources/dags").toAbsolutePath();
        server("start", folder.toString(), Integer.toString(port), dags.toString());
        address = URI.create("http://127.0.0.1:" + port);
        airflow = Airflow.at(address, Login.user("admin", "for-tests-admin"));
        runs = airflow.runs("sample");
        awaitFiles();
    }

    @AfterAll
    void stop() throws IOException, InterruptedException {
        server("stop", folder.toString());
    }

    private static void server(String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Stream.concat(Stream.of("./test-server"), Stream.of(words))
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as("exit code of test-server %s", words[0])
                .isZero();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Waits until both files of DAGs have been read, one of them in vain. */
    private void awaitFiles() throws InterruptedException {
        Instant deadline = Instant.now().plus(LONG);
        while (!isRead() && Instant.now().isBefore(deadline)) {
            Thread.sleep(500);
        }
    }

    private boolean isRead() {
        return airflow.dags().list().count() == 2 && airflow.importErrors().count() == 1;
    }

    @Test
    void isAVersionThatThisClientKnowsAndHealthy() {
        assertThat(airflow.version().isAtLeast(3, 3)).isTrue();
        assertThat(airflow.health().missing()).isEmpty();
    }

    @Test
    void tellsWhichFileOfDagsCannotBeRead() {
        List<ImportError> errors = airflow.importErrors().toList();

        assertThat(errors).hasSize(1);
        assertThat(errors.get(0).filename()).endsWith("broken.py");
        assertThat(errors.get(0).reason()).isEqualTo("ModuleNotFoundError: No module named 'no_such_module'");
    }

    @Test
    void pausesADag() {
        assertThat(airflow.dags().pause("unscheduled").isPaused()).isTrue();
        assertThat(airflow.dags().get("unscheduled").isPaused()).isTrue();
        assertThat(airflow.dags().unpause("unscheduled").isPaused()).isFalse();
        assertThatThrownBy(() -> airflow.dags().get("nowhere")).isInstanceOf(AirflowException.NotFound.class);
    }

    @Test
    void triggersARunOnceAndReadsWhatBecameOfIt() {
        NewRun close = NewRun.called("close-2025-03").with("month", "2025-03");

        Triggered triggered = runs.trigger(close);
        Triggered again = runs.trigger(close);
        Run.State end = runs.await("close-2025-03", LONG, state -> {});

        assertThat(triggered.isNew()).isTrue();
        assertThat(again.isNew()).isFalse();
        assertThat(end).isEqualTo(Run.State.SUCCESS);
        Tasks tasks = airflow.tasks("sample", "close-2025-03");
        assertThat(tasks.list())
                .extracting(TaskInstance::task, task -> task.state().orElseThrow())
                .containsExactlyInAnyOrder(
                        tuple("first", TaskInstance.State.SUCCESS), tuple("second", TaskInstance.State.SUCCESS));
        TaskInstance first = tasks.get("first");
        assertThat(tasks.returned(first).asText()).isEqualTo("{\"rows\": 3}");
        assertThat(tasks.log(first, first.tryNumber()))
                .extracting(LogLine::event)
                .contains("hello");
        assertThat(runs.list()).extracting(Run::id).contains("close-2025-03");
        Asset asset = airflow.assets().get("zhigong://sample");
        assertThat(airflow.assets().events(asset))
                .anyMatch(event ->
                        event.sourceRunId().filter("close-2025-03"::equals).isPresent());
    }

    @Test
    void saysWhatIsWrongWithARunAndItsLogin() {
        assertThatThrownBy(() -> runs.trigger(NewRun.called("bad").with("month", "March")))
                .isInstanceOf(AirflowException.Invalid.class)
                .hasMessageContaining("Invalid input for param month: 'March' does not match");
        assertThatThrownBy(() -> airflow.runs("nowhere").trigger(NewRun.called("bad")))
                .isInstanceOf(AirflowException.NotFound.class);
        assertThatThrownBy(() -> Airflow.at(address, Login.user("admin", "wrong"))
                        .dags()
                        .list()
                        .count())
                .isInstanceOf(AirflowException.NotLoggedIn.class);
        assertThatThrownBy(() -> Airflow.at(address, Login.token(() -> "a.b.c"))
                        .dags()
                        .list()
                        .count())
                .isInstanceOf(AirflowException.NotLoggedIn.class);
        assertThatThrownBy(() -> Airflow.at(address, Login.user("viewer", "for-tests-viewer"))
                        .runs("sample")
                        .trigger(NewRun.called("viewed")))
                .isInstanceOf(AirflowException.Forbidden.class);
    }

    @Test
    void cancelsARunAndRunsWhatFailedAgain() {
        runs.trigger(NewRun.called("slow").with("seconds", 300));

        assertThat(runs.cancel("slow").state()).isEqualTo(Run.State.FAILED);
        assertThat(runs.await("slow", LONG, state -> {})).isEqualTo(Run.State.FAILED);

        runs.trigger(NewRun.called("failing").with("code", 3));
        assertThat(runs.await("failing", LONG, state -> {})).isEqualTo(Run.State.FAILED);
        assertThat(runs.wouldClear("failing", true))
                .extracting(TaskInstance::task)
                .containsExactly("second");
        assertThat(runs.get("failing").state()).isEqualTo(Run.State.FAILED);
        assertThat(runs.clear("failing", true)).extracting(TaskInstance::task).containsExactly("second");
        assertThat(runs.await("failing", LONG, state -> {})).isEqualTo(Run.State.FAILED);
        assertThat(airflow.tasks("sample", "failing").get("second").tryNumber()).isEqualTo(2);
    }

    @Test
    void watchesARunToItsEnd() {
        runs.trigger(NewRun.called("watched"));

        try (Stream<String> lines = runs.watch("watched", Duration.ofSeconds(1), "first")) {
            List<String> told = lines.filter(line -> !line.isBlank()).toList();
            assertThat(told.get(told.size() - 1)).contains("\"state\": \"success\"", "rows");
        }
    }

    @Test
    void fillsInWhatHasPassed() {
        NewBackfill spring = new NewBackfill(
                "sample",
                Instant.parse("2025-02-01T00:00:00Z"),
                Instant.parse("2025-03-31T00:00:00Z"),
                NewBackfill.Again.NONE,
                1,
                Map.of());
        NewBackfill unscheduled =
                new NewBackfill("unscheduled", spring.from(), spring.to(), NewBackfill.Again.NONE, 1, Map.of());

        assertThat(airflow.backfills().wouldRun(spring))
                .containsExactly(Instant.parse("2025-02-01T05:00:00Z"), Instant.parse("2025-03-01T05:00:00Z"));
        Backfill started = airflow.backfills().start(spring);
        assertThatThrownBy(() -> airflow.backfills().start(spring)).isInstanceOf(AirflowException.Conflict.class);
        assertThat(airflow.backfills().get(started.id()).dag()).isEqualTo("sample");
        assertThat(airflow.backfills().cancel(started.id()).completedAt()).isPresent();
        assertThatThrownBy(() -> airflow.backfills().start(unscheduled)).isInstanceOf(AirflowException.Invalid.class);
    }

    @Test
    void tellsThatAnAssetWasMadeElsewhere() {
        Asset asset = airflow.assets().get("zhigong://sample");

        AssetEvent told = airflow.assets().tell(asset, Map.of("release", "2025-03-0123456789ab"));

        assertThat(told.extra().orElseThrow().path("release").asText()).isEqualTo("2025-03-0123456789ab");
        assertThatThrownBy(() -> airflow.assets().get("zhigong://nowhere"))
                .isInstanceOf(AirflowException.NotFound.class);
    }

    @Test
    void keepsPoolsAndVariables() {
        assertThat(airflow.pools().set("writers", 2, "for tests").slots()).isEqualTo(2);
        assertThat(airflow.pools().set("writers", 1, "for tests").slots()).isEqualTo(1);
        assertThat(airflow.pools().get("writers").openSlots()).isEqualTo(1);
        airflow.pools().delete("writers");
        assertThatThrownBy(() -> airflow.pools().get("writers")).isInstanceOf(AirflowException.NotFound.class);

        airflow.variables().set("home", "one");
        airflow.variables().set("home", "two");
        assertThat(airflow.variables().get("home").value()).contains("two");
        airflow.variables().delete("home");
        assertThat(airflow.variables().list()).isEmpty();
    }
}
