package org.zhigong.airflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * An asset was made anew.
 *
 * @param extra what its maker said of it
 */
public record AssetEvent(
        int id,
        int assetId,
        Optional<String> uri,
        Instant timestamp,
        Optional<JsonNode> extra,
        Optional<String> sourceDagId,
        Optional<String> sourceRunId,
        Optional<String> sourceTaskId) {}
