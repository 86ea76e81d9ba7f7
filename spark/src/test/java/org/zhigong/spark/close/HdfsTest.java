package org.zhigong.spark.close;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineProvider;
import org.zhigong.warehouse.EngineSettings;

/** A month closed in a home on a real HDFS is the month closed on a disk; what is not there or not allowed is named. */
@Tag("spark")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HdfsTest {

    private static final String MONTH = "2025-01";

    @TempDir
    private static Path folder;

    private Processes processes;
    private String hdfs;
    private Command zhigong;
    private String inbox;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        processes = new Processes(folder);
        Process server = processes.java(
                "hdfs",
                Map.of(),
                List.of("-Xmx512m"),
                List.of(HdfsServer.class.getName(), folder.resolve("hdfs").toString()));
        hdfs = processes.await(server, processes.log("hdfs"), HdfsServer.READY);
        zhigong = new Command(processes, folder);
        Path city = folder.resolve("city");
        inbox = city.resolve("inbox").toString();
        done(zhigong.run(
                "generate",
                "generate",
                "--to",
                city.toString(),
                "--scale",
                "0.0002",
                "--months",
                "2025-01..2025-01",
                "--seed",
                "11",
                "--defects",
                "some"));
        done(zhigong.run(
                "embedded",
                "run",
                "--home",
                folder.resolve("embedded").toString(),
                "--inbox",
                inbox,
                "--month",
                MONTH));
    }

    @AfterAll
    void end() {
        processes.close();
    }

    @Test
    void twoMonthsClosedAtOnceOnHdfsAreOneThatIsClosedAndOneThatIsTold() throws Exception {
        String home = hdfs + "/twice";
        Command.Running one = zhigong.start("one", Map.of(), "run", "--home", home, "--inbox", inbox, "--month", MONTH);
        processes.await(one.process(), one.err(), "accepted");
        Command.Ended other = zhigong.run("other", "run", "--home", home, "--inbox", inbox, "--month", "2025-01");

        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err())
                .contains("zhigong: The home " + home + " is being written to by 'run' (process")
                .contains("Only one command writes at a time: wait until it has ended, or end it, and run again");
        done(one.end());
        assertThat(differences(home)).isEmpty();
        assertThat(zhigong.run("status", "status", "--home", home).out()).contains(MONTH);
    }

    @Test
    void aMasterThatIsNotThereIsNamedAndNothingIsPublished() throws Exception {
        Command.Ended ended = zhigong.start(
                        "nobody",
                        Map.of("spark.master", "spark://127.0.0.1:1"),
                        "run",
                        "--home",
                        folder.resolve("nobody-home").toString(),
                        "--inbox",
                        inbox,
                        "--month",
                        MONTH,
                        "--engine",
                        "spark")
                .end();

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .contains("zhigong: Cannot reach the Spark master spark://127.0.0.1:1: Connection refused. Check the"
                        + " address in ZHIGONG_SPARK_MASTER (spark://host:7077) and that the master runs; without it"
                        + " Spark computes on this machine");
        assertThat(folder.resolve("nobody-home/HEAD")).doesNotExist();
    }

    @Test
    void aServerThatIsNotThereIsNamed() throws Exception {
        Command.Ended ended = zhigong.run("nowhere", "status", "--home", "hdfs://127.0.0.1:1/zhigong");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .contains("zhigong: Cannot reach hdfs://127.0.0.1:1/zhigong: ")
                .contains("Check the address, and that its server runs");
    }

    @Test
    void whoMayNotWriteIsToldSoAndNothingIsPublished() throws Exception {
        try (FileSystem files = FileSystem.newInstance(URI.create(hdfs), new Configuration())) {
            files.mkdirs(new org.apache.hadoop.fs.Path(hdfs + "/office"));
        }
        Command.Ended ended = zhigong.start(
                        "stranger",
                        Map.of("HADOOP_USER_NAME", "stranger"),
                        "run",
                        "--home",
                        hdfs + "/office/home",
                        "--inbox",
                        inbox,
                        "--month",
                        MONTH)
                .end();

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .startsWith(
                        "zhigong: Cannot make the home %s/office/home: Permission denied: user=stranger, access=WRITE"
                                .formatted(hdfs));
    }

    private static void done(Command.Ended ended) {
        assertThat(ended.code()).as(ended.err() + ended.out()).isZero();
    }

    private List<String> differences(String home) throws IOException {
        Path copy = folder.resolve("copy-of-" + home.substring(home.lastIndexOf('/') + 1));
        try (FileSystem files = FileSystem.newInstance(URI.create(home), new Configuration())) {
            files.copyToLocalFile(
                    false, new org.apache.hadoop.fs.Path(home), new org.apache.hadoop.fs.Path(copy.toString()), true);
        }
        try (Engine engine = EngineProvider.named("duckdb").open(new EngineSettings(1, 512, folder.resolve("spill")))) {
            return new Agreement(engine).differences(folder.resolve("embedded"), copy);
        }
    }
}
