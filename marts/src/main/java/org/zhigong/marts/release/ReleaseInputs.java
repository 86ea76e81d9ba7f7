package org.zhigong.marts.release;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Hashes;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.Json;
import org.zhigong.warehouse.Verdict;

/**
 * Everything that figures depend on. Equal inputs make equal figures, bit for bit, and a release is named after them.
 *
 * @param closing the last month of the release
 * @param knownAt the day as known on which it is built; empty for a release that may become current
 * @param engine the identity of the engine
 * @param code content hashes by part: models, indicators, protection, functions, codes, program
 * @param parameters this federation's parameters; {@code retention} and most of {@code publication} touch no figure
 * @param batches every batch that is known, rejected ones too
 * @param releasedHolds the ids of the held batches that somebody released
 */
public record ReleaseInputs(
        YearMonth closing,
        Optional<LocalDate> knownAt,
        String engine,
        Map<String, String> code,
        JsonNode parameters,
        ProtectionInForce protection,
        List<Batch> batches,
        List<String> releasedHolds) {

    /** Counted up when the same inputs come to make other files. */
    private static final String FORMAT = "release 1";

    public ReleaseInputs {
        code = Collections.unmodifiableSortedMap(new TreeMap<>(code));
        batches = batches.stream()
                .sorted(Comparator.comparing(Batch::feed).thenComparing(Batch::batchId))
                .toList();
        releasedHolds = releasedHolds.stream().sorted().toList();
    }

    /** The id of the release of these inputs. */
    public String releaseId() {
        return Home.releaseId(closing, hash());
    }

    /** Whether somebody marked these inputs as made up: {@code synthetic: true} among the parameters. */
    public boolean isSynthetic() {
        return parameters.path("synthetic").asBoolean(false);
    }

    /** The day before which a period has to end for its figures to be final. */
    LocalDate finalBefore() {
        return PublicationRules.of(parameters).finalBefore(closing);
    }

    private String hash() {
        List<String> words = new ArrayList<>(List.of(FORMAT, "closing", closing.toString(), "engine", engine));
        words.add("known_at");
        words.add(knownAt.map(LocalDate::toString).orElse(""));
        words.add("code");
        code.forEach((part, hash) -> words.addAll(List.of(part, hash)));
        words.addAll(List.of(
                "parameters",
                parametersThatMatter(),
                "final_before",
                finalBefore().toString()));
        words.addAll(List.of("protection", protection.name(), protection.audience(), "batches"));
        for (Batch batch : batches) {
            // What was rejected leaves nothing, so its arrival alone makes no other release.
            if (batch.verdict() != Verdict.REJECTED) {
                words.addAll(List.of(
                        batch.feed(),
                        batch.batchId(),
                        batch.deliverer(),
                        batch.period(),
                        batch.receivedOn().toString(),
                        batch.contentHash()));
            }
        }
        words.add("holds");
        words.addAll(releasedHolds);
        return Hashes.ofWords(words);
    }

    private String parametersThatMatter() {
        JsonNode kept = parameters.deepCopy();
        if (kept instanceof ObjectNode object) {
            object.remove(List.of("retention", "publication"));
        }
        SortedMap<String, Object> sorted =
                kept.isObject() ? Json.parse(Json.line(kept), new TypeReference<>() {}) : new TreeMap<>();
        return Json.line(sorted);
    }
}
