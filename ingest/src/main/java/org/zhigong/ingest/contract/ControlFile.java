package org.zhigong.ingest.contract;

import java.util.Optional;

/**
 * A small file beside the data file that states what the data file must hold: {@code rows} or {@code rows|sum}.
 *
 * @param extension its extension instead of the data file's, without a dot
 * @param delimiter between the rows and the sum
 * @param sumColumn the MONEY column whose sum, in the unit of the file, it states
 */
public record ControlFile(String extension, char delimiter, Optional<String> sumColumn) {}
