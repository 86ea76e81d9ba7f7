package org.zhigong.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;

/**
 * What a Parquet file says of itself, read without a job.
 *
 * @param rows how many it holds
 */
record ParquetFooter(long rows) {

    static ParquetFooter of(Path file) {
        try (ParquetFileReader reader =
                ParquetFileReader.open(HadoopInputFile.fromPath(HadoopPaths.of(file), HadoopPaths.CONFIGURATION))) {
            return new ParquetFooter(reader.getRecordCount());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the footer of %s".formatted(file), e);
        }
    }
}
