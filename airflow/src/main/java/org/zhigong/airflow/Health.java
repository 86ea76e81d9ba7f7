package org.zhigong.airflow;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How the parts of a server are. The triggerer is needed by deferred tasks alone. */
public record Health(Part metadatabase, Part scheduler, Part triggerer, Optional<Part> dagProcessor) {

    /**
     * One part.
     *
     * @param status {@code healthy} or {@code unhealthy}; empty if it was never seen
     */
    public record Part(
            Optional<String> status,
            Optional<Instant> latestSchedulerHeartbeat,
            Optional<Instant> latestTriggererHeartbeat,
            Optional<Instant> latestDagProcessorHeartbeat) {

        public boolean isHealthy() {
            return status.filter("healthy"::equals).isPresent();
        }
    }

    /** The parts that every run needs and that are not healthy, by name, each with its status or {@code absent}. */
    public Map<String, String> missing() {
        Map<String, String> missing = new TreeMap<>();
        note(missing, "metadatabase", Optional.of(metadatabase));
        note(missing, "scheduler", Optional.of(scheduler));
        note(missing, "dag processor", dagProcessor);
        return missing;
    }

    private static void note(Map<String, String> missing, String name, Optional<Part> part) {
        if (part.filter(Part::isHealthy).isEmpty()) {
            missing.put(name, part.flatMap(Part::status).orElse("absent"));
        }
    }
}
