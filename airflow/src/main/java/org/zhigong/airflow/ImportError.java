package org.zhigong.airflow;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Optional;

/** A file of DAGs that could not be read. */
public record ImportError(
        @JsonProperty("import_error_id") int id,
        Instant timestamp,
        String filename,
        Optional<String> bundleName,
        String stackTrace) {

    /** The last line of the stack trace: what Python says is wrong. */
    public String reason() {
        String text = stackTrace.strip();
        return text.substring(text.lastIndexOf('\n') + 1);
    }
}
