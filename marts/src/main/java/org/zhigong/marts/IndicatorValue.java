package org.zhigong.marts;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.zhigong.warehouse.YamlNode;

/** What a file says of how the value comes about; reads it, and refuses what does not go together. */
record IndicatorValue(
        String numerator,
        Optional<BigDecimal> quantile,
        Optional<Indicator.Denominator> denominator,
        Indicator.Kind kind,
        int windowMonths) {

    private static final List<String> NOT_OF_QUANTILES =
            List.of("numerator", "denominator", "category", "lower", "upper");

    /** @throws org.zhigong.warehouse.SetupException naming the line, what was expected and what was found */
    static IndicatorValue read(YamlNode root, Unit unit, Collection<String> columns) {
        Indicator.Kind kind = Words.one(root.require("kind"), Indicator.Kind.values());
        int window = root.find("window_months").map(node -> window(node, kind)).orElse(1);
        Optional<YamlNode> aggregate = root.find("aggregate");
        if (aggregate.isPresent()) {
            return quantile(root, aggregate.get(), unit, columns, kind, window);
        }
        return new IndicatorValue(
                Expressions.sum(root.require("numerator"), columns),
                Optional.empty(),
                denominator(root, unit, columns, kind, window),
                kind,
                window);
    }

    private static int window(YamlNode node, Indicator.Kind kind) {
        if (kind == Indicator.Kind.FLOW) {
            throw node.failure("expected kind stock: a window looks back from the last day of the period");
        }
        if (node.integer() < 2) {
            throw node.expected("2 or more months");
        }
        return Math.toIntExact(node.integer());
    }

    private static IndicatorValue quantile(
            YamlNode root, YamlNode node, Unit unit, Collection<String> columns, Indicator.Kind kind, int window) {
        node.onlyKeys(List.of("percentile_disc", "of"));
        for (String key : NOT_OF_QUANTILES) {
            root.find(key).ifPresent(other -> {
                throw other.failure("expected no '%s' beside 'aggregate': a quantile is of the rows".formatted(key));
            });
        }
        if (unit == Unit.RATE || unit == Unit.RATIO) {
            throw root.require("unit")
                    .failure("expected the unit of what is ordered, as days or fen: a quantile is no %s"
                            .formatted(unit.word()));
        }
        return new IndicatorValue(
                Expressions.row(node.require("of"), columns),
                Optional.of(share(node.require("percentile_disc"))),
                Optional.empty(),
                kind,
                window);
    }

    private static BigDecimal share(YamlNode node) {
        try {
            BigDecimal share = new BigDecimal(node.text());
            if (share.signum() > 0 && share.compareTo(BigDecimal.ONE) < 0) {
                return share;
            }
        } catch (NumberFormatException e) {
            throw node.expected("a number above 0 and below 1, as 0.5");
        }
        throw node.expected("a number above 0 and below 1, as 0.5: neither the least nor the greatest is ever stated");
    }

    private static Optional<Indicator.Denominator> denominator(
            YamlNode root, Unit unit, Collection<String> columns, Indicator.Kind kind, int window) {
        Optional<YamlNode> node = root.find("denominator");
        if (unit.whole() == Unit.Whole.NONE && node.isPresent()) {
            throw node.get().failure("expected no denominator of a %s".formatted(unit.word()));
        }
        if (unit.whole() == Unit.Whole.NEEDED && node.isEmpty()) {
            throw root.failure("missing key 'denominator': a %s has one".formatted(unit.word()));
        }
        return node.map(given -> given.isMap()
                ? part(root, given, columns, kind, window)
                : new Indicator.Denominator(Expressions.sum(given, columns), false));
    }

    private static Indicator.Denominator part(
            YamlNode root, YamlNode node, Collection<String> columns, Indicator.Kind kind, int window) {
        node.onlyKeys(List.of("mean_of", "opening", "added"));
        return node.find("mean_of").isPresent()
                ? mean(root, node, columns, kind, window)
                : opening(node, columns, kind);
    }

    private static Indicator.Denominator opening(YamlNode node, Collection<String> columns, Indicator.Kind kind) {
        if (kind == Indicator.Kind.STOCK) {
            throw node.failure("expected kind flow: what is there at the start is added to what comes in a period");
        }
        return new Indicator.Denominator(
                Expressions.sum(node.require("added"), columns),
                false,
                Optional.of(Expressions.sum(node.require("opening"), columns)));
    }

    private static Indicator.Denominator mean(
            YamlNode root, YamlNode node, Collection<String> columns, Indicator.Kind kind, int window) {
        if (kind == Indicator.Kind.STOCK && window == 1) {
            throw node.failure("expected window_months, or kind flow: a mean is that of several months");
        }
        root.find("lower").ifPresent(bound -> {
            throw bound.failure("expected no bounds beside the mean of a stock");
        });
        YamlNode sum = node.onlyKeys(List.of("mean_of")).require("mean_of");
        return new Indicator.Denominator(Expressions.sum(sum, columns), true);
    }
}
