package org.zhigong.warehouse;

import java.util.List;

/**
 * What became of a select that was written to a file.
 *
 * @param rows how many rows the file holds
 * @param columns the columns of the file, in order
 * @param sha256 the hash of the file's bytes: equal content has an equal hash, on any machine and thread count
 */
public record Output(long rows, List<Column> columns, String sha256) {
    public Output {
        columns = List.copyOf(columns);
    }
}
