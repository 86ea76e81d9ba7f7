package org.zhigong.jobs.briefing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.zhigong.transform.Label;
import org.zhigong.warehouse.NearestNames;
import org.zhigong.warehouse.YamlNode;

/**
 * What the briefing says, by names of indicators: the content of {@code marts/briefing.yaml}.
 *
 * @param headlines the table of the first page
 * @param trends a chart of months each
 * @param districts a ranking of districts each
 * @param attention what needs somebody to act
 * @param quality the indicators of the last page
 * @param caveats what holds whatever the numbers are
 */
public record Plan(
        Label title,
        List<String> headlines,
        List<String> trends,
        List<String> districts,
        List<Concern> attention,
        List<String> quality,
        List<Label> caveats) {

    private static final int MOST = 4; // bar charts of a page
    private static final int MOST_LINES = 6; // line charts of a page
    private static final List<String> KEYS =
            List.of("title", "headlines", "trends", "districts", "attention", "quality", "caveats");

    public Plan {
        headlines = List.copyOf(headlines);
        trends = List.copyOf(trends);
        districts = List.copyOf(districts);
        attention = List.copyOf(attention);
        quality = List.copyOf(quality);
        caveats = List.copyOf(caveats);
    }

    /**
     * Something that needs somebody to act.
     *
     * @param indicators what is put into sentences
     * @param chart the indicator that is shown by group
     */
    record Concern(Label title, List<String> indicators, String chart, Grouping by) {

        Concern {
            indicators = List.copyOf(indicators);
        }
    }

    /**
     * By what an indicator is shown.
     *
     * @param breakdown its name; empty for districts
     * @param inOrder whether groups stand as people list them, else by value
     */
    record Grouping(Optional<String> breakdown, boolean inOrder) {

        static final Grouping DISTRICTS = new Grouping(Optional.empty(), false);
    }

    /**
     * Reads {@code file}.
     *
     * @param indicators the ids of all indicators
     * @param breakdowns the names of all breakdowns
     * @throws org.zhigong.warehouse.SetupException naming file, line and what was expected
     */
    public static Plan read(Path file, Collection<String> indicators, Collection<String> breakdowns) {
        YamlNode node = YamlNode.read(file).onlyKeys(KEYS);
        List<Concern> attention = new ArrayList<>();
        for (YamlNode each : atMost(MOST, node.require("attention"))) {
            attention.add(concern(each.onlyKeys(List.of("title", "indicators", "chart")), indicators, breakdowns));
        }
        return new Plan(
                Label.of(node.require("title")),
                ids(node.require("headlines"), indicators),
                ids(atMost(MOST_LINES, node.require("trends")), indicators),
                ids(atMost(MOST, node.require("districts")), indicators),
                attention,
                ids(node.require("quality"), indicators),
                node.require("caveats").items().stream().map(Label::of).toList());
    }

    /** Every indicator that it names. */
    Set<String> indicators() {
        Set<String> all = new TreeSet<>(headlines);
        all.addAll(trends);
        all.addAll(districts);
        all.addAll(quality);
        for (Concern concern : attention) {
            all.addAll(concern.indicators());
            all.add(concern.chart());
        }
        return all;
    }

    private static Concern concern(YamlNode node, Collection<String> indicators, Collection<String> breakdowns) {
        YamlNode chart = node.require("chart").onlyKeys(List.of("indicator", "by", "order"));
        YamlNode by = chart.require("by");
        boolean isDistrict = by.text().equals("district");
        if (!isDistrict) {
            known("breakdown", by, breakdowns);
        }
        String order = chart.find("order").map(YamlNode::text).orElse("value");
        if (!List.of("value", "position").contains(order)) {
            throw chart.require("order").expected("value or position");
        }
        return new Concern(
                Label.of(node.require("title")),
                ids(node.require("indicators"), indicators),
                known("indicator", chart.require("indicator"), indicators),
                new Grouping(isDistrict ? Optional.empty() : Optional.of(by.text()), order.equals("position")));
    }

    private static List<YamlNode> atMost(int most, YamlNode node) {
        List<YamlNode> items = node.items();
        if (items.size() > most) {
            throw node.failure(
                    "%d things are more than a page holds: expected at most %d".formatted(items.size(), most));
        }
        return items;
    }

    private static List<String> ids(YamlNode node, Collection<String> known) {
        return ids(node.items(), known);
    }

    private static List<String> ids(List<YamlNode> nodes, Collection<String> known) {
        return nodes.stream().map(each -> known("indicator", each, known)).toList();
    }

    private static String known(String what, YamlNode node, Collection<String> known) {
        if (!known.contains(node.text())) {
            throw node.failure(
                    "there is no %s '%s'%s".formatted(what, node.text(), NearestNames.hint(node.text(), known)));
        }
        return node.text();
    }
}
