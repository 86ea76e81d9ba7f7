package org.zhigong.marts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhigong.transform.Label;
import org.zhigong.warehouse.Hashes;
import org.zhigong.warehouse.NearestNames;
import org.zhigong.warehouse.YamlNode;

/**
 * What protection asks for in front of one audience: the content of {@code marts/protection.yaml}.
 *
 * @param audience who will see the figures
 * @param labels the rules in the order in which they are tried, and what people call them
 * @param minPersons fewer persons than this, but more than none, are not shown
 * @param minEmployers the same for employers
 * @param minDenominator fewer persons than this are not enough for a rate
 * @param minGroup a group of fewer persons may not all have, or all lack, a sensitive trait
 * @param minOutsideQuantile a quantile has as many contributors strictly below and strictly above it
 * @param dominance shares that the largest contributors may not exceed
 * @param percent how near the largest contribution may be estimated
 * @param contentHash the hash of the file
 */
public record ProtectionRules(
        Audience audience,
        Map<Rule, Label> labels,
        long minPersons,
        long minEmployers,
        long minDenominator,
        long minGroup,
        long minOutsideQuantile,
        List<Dominance> dominance,
        long percent,
        String contentHash) {

    /** Who sees figures. */
    public enum Audience {
        INSIDE,
        OUTSIDE;

        /** The word in files and manifests. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** Reads the word. @throws org.zhigong.warehouse.SetupException naming the words there are */
        public static Audience parse(String word) {
            for (Audience audience : values()) {
                if (audience.word().equals(word)) {
                    return audience;
                }
            }
            throw new org.zhigong.warehouse.SetupException(
                    "Unknown audience '%s': expected inside or outside".formatted(word));
        }
    }

    /** Why a figure is not shown; the names stand in {@code protection_reason}. */
    public enum Rule {
        MIN_PERSONS,
        MIN_EMPLOYERS,
        DOMINANCE,
        P_PERCENT,
        SMALL_DENOMINATOR,
        GROUP_DISCLOSURE,
        QUANTILE
    }

    /** The {@code largest} contributions, one or two, may not be more than {@code percent} of the whole. */
    public record Dominance(int largest, long percent) {
        public Dominance {
            if (largest < 1 || largest > 2) {
                throw new IllegalArgumentException("Invalid dominance rule: expected 1 or 2 largest, found " + largest);
            }
        }
    }

    public ProtectionRules {
        labels = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        dominance = List.copyOf(dominance);
    }

    /** The rules in the order in which they are tried. */
    public List<Rule> order() {
        return List.copyOf(labels.keySet());
    }

    /** The thresholds and the order, in one line. */
    public String parameters() {
        return ("audience=%s order=%s min_persons=%d min_employers=%d min_denominator=%d min_group=%d"
                        + " min_outside_quantile=%d dominance=%s p_percent=%d")
                .formatted(
                        audience.word(),
                        order(),
                        minPersons,
                        minEmployers,
                        minDenominator,
                        minGroup,
                        minOutsideQuantile,
                        dominance,
                        percent);
    }

    /** Reads {@code file}. @throws org.zhigong.warehouse.SetupException naming file, line and what was expected */
    public static ProtectionRules read(Path file, Audience audience) {
        YamlNode root = YamlNode.read(file).onlyKeys(List.of("rules", "audiences"));
        List<String> words =
                Arrays.stream(Audience.values()).map(Audience::word).toList();
        YamlNode node = root.require("audiences").onlyKeys(words).require(audience.word());
        node.onlyKeys(List.of(
                "name",
                "min_persons",
                "min_employers",
                "min_denominator",
                "min_group",
                "min_outside_quantile",
                "dominance",
                "p_percent"));
        List<Dominance> dominance = new ArrayList<>();
        for (YamlNode each : node.require("dominance").items()) {
            each.onlyKeys(List.of("largest", "percent"));
            long largest = each.require("largest").integer();
            if (largest < 1 || largest > 2) {
                throw each.require("largest").expected("1 or 2");
            }
            dominance.add(new Dominance((int) largest, each.require("percent").integer()));
        }
        return new ProtectionRules(
                audience,
                labels(root.require("rules")),
                node.require("min_persons").integer(),
                node.require("min_employers").integer(),
                node.require("min_denominator").integer(),
                node.require("min_group").integer(),
                node.require("min_outside_quantile").integer(),
                dominance,
                node.require("p_percent").integer(),
                Hashes.ofFile(file));
    }

    private static Map<Rule, Label> labels(YamlNode node) {
        Map<Rule, Label> labels = new LinkedHashMap<>();
        List<String> known = Arrays.stream(Rule.values()).map(Rule::name).toList();
        for (YamlNode each : node.items()) {
            each.onlyKeys(List.of("rule", "name", "statement", "source"));
            String name = each.require("rule").text();
            if (!known.contains(name)) {
                throw each.require("rule")
                        .failure("unknown rule '%s': expected one of %s%s"
                                .formatted(name, known, NearestNames.hint(name, known)));
            }
            labels.put(Rule.valueOf(name), Label.of(each.require("name")));
            Label.of(each.require("statement"));
            Label.of(each.require("source"));
        }
        if (labels.size() < known.size()) {
            throw node.failure("expected every rule of %s, found %s".formatted(known, labels.keySet()));
        }
        return labels;
    }
}
