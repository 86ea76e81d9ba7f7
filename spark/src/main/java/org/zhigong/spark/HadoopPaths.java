package org.zhigong.spark;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.paths.SparkPath;
import org.zhigong.warehouse.Store;

/** What Hadoop and Spark call the files that Java calls by their paths. */
final class HadoopPaths {

    /** That of HADOOP_CONF_DIR; reading it takes longer than reading the end of a file. */
    static final Configuration CONFIGURATION = new Configuration();

    private HadoopPaths() {}

    static Path of(java.nio.file.Path file) {
        if (!Store.isLocal(file)) {
            return new Path(file.toUri());
        }
        return new Path("file", null, file.toAbsolutePath().normalize().toString());
    }

    /** What {@code _metadata.file_path} says of rows of {@code file}. */
    static String asSparkNamesIt(java.nio.file.Path file) {
        return SparkPath.fromPath(of(file)).urlEncoded();
    }
}
