package org.zhigong.ingest.read;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One thing found in one row. What is not known is empty.
 *
 * @param sheet the sheet of a workbook
 * @param line the line of a text or the row of a sheet, from 1
 * @param letters of the column as a spreadsheet shows them
 * @param column the column's name in its contract; empty: the whole row
 * @param value what stands there, masked as the grade of the column asks
 * @param effect {@code quarantined} or {@code flagged}
 */
public record RowFinding(
        @JsonProperty("source_sheet") String sheet,
        @JsonProperty("source_line") long line,
        @JsonProperty("source_column") String letters,
        @JsonProperty("column_name") String column,
        @JsonProperty("column_zh") String columnZh,
        @JsonProperty("column_en") String columnEn,
        String reason,
        @JsonProperty("reason_zh") String reasonZh,
        @JsonProperty("reason_en") String reasonEn,
        String value,
        String effect) {}
