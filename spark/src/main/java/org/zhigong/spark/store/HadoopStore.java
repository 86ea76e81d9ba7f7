package org.zhigong.spark.store;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.zhigong.warehouse.SetupException;
import org.zhigong.warehouse.Store;

/** Every file system that Hadoop has a client for; its settings come from {@code HADOOP_CONF_DIR}, as usual. */
public final class HadoopStore implements Store {

    // A server that is not there is asked again for minutes otherwise.
    private static final int ATTEMPTS = 3;

    @Override
    public boolean knows(String folder) {
        return folder.contains("://");
    }

    @Override
    public Path folder(String folder) {
        try {
            URI uri = URI.create(folder);
            FileSystem system = FileSystem.get(uri, configuration());
            HadoopFileSystem files = new HadoopFileSystem(system);
            Path root = files.getPath(uri.getPath().isEmpty() ? "/" : uri.getPath());
            system.exists(HadoopPath.hadoop(root));
            return root;
        } catch (IOException | IllegalArgumentException e) {
            throw new SetupException(
                    "Cannot reach %s: %s. Check the address, and that its server runs; HADOOP_CONF_DIR names the folder of its settings"
                            .formatted(folder, HadoopFiles.firstLine(e)),
                    e);
        }
    }

    private static Configuration configuration() {
        Configuration configuration = new Configuration();
        configuration.setIfUnset("ipc.client.connect.max.retries", Integer.toString(ATTEMPTS));
        configuration.setIfUnset("ipc.client.connect.max.retries.on.timeouts", Integer.toString(ATTEMPTS));
        configuration.setIfUnset("dfs.client.retry.policy.enabled", "false");
        return configuration;
    }
}
