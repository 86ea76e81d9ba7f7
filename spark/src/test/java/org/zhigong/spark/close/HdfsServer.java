package org.zhigong.spark.close;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;

/** A name node and a data node in a process of their own, which ends when its standard input does. */
public final class HdfsServer {

    static final String READY = "hdfs is ready at ";

    private HdfsServer() {}

    public static void main(String[] arguments) throws IOException {
        try (MiniDFSCluster cluster = new MiniDFSCluster.Builder(
                        new Configuration(), Path.of(arguments[0]).toFile())
                .numDataNodes(1)
                .build()) {
            cluster.waitClusterUp();
            System.out.println(READY + cluster.getURI());
            while (System.in.read() >= 0) {
                // Whoever started this is alive.
            }
        }
        System.exit(0);
    }
}
