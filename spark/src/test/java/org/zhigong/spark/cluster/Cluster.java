package org.zhigong.spark.cluster;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** HDFS, a Spark master and two workers, each a process from the jars that Maven brought. */
final class Cluster implements AutoCloseable {

    private final Processes processes;
    private final Path folder;
    private final String hdfs;
    private final String master;
    private final List<Process> workers;

    private Cluster(Processes processes, Path folder, String hdfs, String master, List<Process> workers) {
        this.processes = processes;
        this.folder = folder;
        this.hdfs = hdfs;
        this.master = master;
        this.workers = workers;
    }

    static Cluster start(Path folder) throws IOException, InterruptedException {
        Processes processes = new Processes(folder);
        Process files = processes.java(
                "hdfs",
                Map.of(),
                List.of("-Xmx512m"),
                List.of(HdfsServer.class.getName(), folder.resolve("hdfs").toString()));
        int port = freePort();
        String master = "spark://127.0.0.1:" + port;
        Map<String, String> environment = Map.of(
                "SPARK_HOME",
                sparkHome(folder).toString(),
                "SPARK_SCALA_VERSION",
                "2.13",
                "SPARK_LOCAL_IP",
                "127.0.0.1",
                "ZHIGONG_SPARK_LOG",
                "INFO");
        Process first = processes.java(
                "master",
                environment,
                List.of("-Xmx256m"),
                List.of(
                        "org.apache.spark.deploy.master.Master",
                        "--host",
                        "127.0.0.1",
                        "--port",
                        "" + port,
                        "--webui-port",
                        "0"));
        processes.await(first, processes.errors("master"), "I have been elected leader");
        List<Process> workers = List.of(
                worker(processes, "worker1", folder, environment, master),
                worker(processes, "worker2", folder, environment, master));
        String hdfs = processes.await(files, processes.log("hdfs"), HdfsServer.READY);
        return new Cluster(processes, folder, hdfs, master, workers);
    }

    private static Process worker(
            Processes processes, String name, Path folder, Map<String, String> environment, String master) {
        return processes.java(
                name,
                environment,
                List.of("-Xmx256m"),
                List.of(
                        "org.apache.spark.deploy.worker.Worker",
                        "--host",
                        "127.0.0.1",
                        "--webui-port",
                        "0",
                        "--cores",
                        "1",
                        "--memory",
                        "2g",
                        "--work-dir",
                        folder.resolve(name).toString(),
                        master));
    }

    /** What a worker gives its executors: a folder with the jars of Spark. */
    private static Path sparkHome(Path folder) throws IOException {
        Path jars = Files.createDirectories(folder.resolve("spark-home/jars"));
        for (String entry : Processes.classPath("")) {
            Path jar = Path.of(entry);
            if (entry.endsWith(".jar") && !Files.exists(jars.resolve(jar.getFileName()))) {
                Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar.toAbsolutePath());
            }
        }
        return folder.resolve("spark-home");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    Processes processes() {
        return processes;
    }

    /** The address of HDFS, {@code hdfs://host:port}. */
    String hdfs() {
        return hdfs;
    }

    /** The address of the Spark master. */
    String master() {
        return master;
    }

    /** Kills an executor of worker {@code place}, once it has one. */
    void killExecutor(int place) throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            List<ProcessHandle> executors = workers.get(place).descendants().toList();
            if (!executors.isEmpty()) {
                executors.forEach(ProcessHandle::destroyForcibly);
                return;
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new AssertionError("worker %d never had an executor; its log is in %s".formatted(place, folder));
    }

    /** Kills worker {@code place} with its executors. */
    void killWorker(int place) {
        workers.get(place).descendants().forEach(ProcessHandle::destroyForcibly);
        workers.get(place).destroyForcibly();
    }

    @Override
    public void close() {
        processes.close();
    }
}
