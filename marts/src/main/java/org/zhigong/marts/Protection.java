package org.zhigong.marts;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.zhigong.warehouse.TableName;

/**
 * Disclosure control: decides for each cell whether it may be shown, and makes the figures that leave. It is the one
 * place where this is decided, before anything leaves {@code tables/}.
 *
 * <p>It works in two steps. The <em>registry</em> says for every cell whether it is confidential and why; the figures
 * are the cells less all that the confidential ones measure. Primary rules look at one cell (and at the categories that
 * make a whole together); a rule that looks at margins and hierarchies (complementary suppression) takes the registry
 * and gives more of it a reason, and every figure follows.
 */
public final class Protection {

    /** How a cell may be shown. */
    static final String OPEN = "open";

    static final String CONFIDENTIAL = "confidential";

    /** The name of what is in force, for the manifest: single cells are judged, margins are not yet. */
    public static final String LEVEL = "primary";

    /** One row per cell, with the reason why it is confidential, if it is. */
    static final TableName REGISTRY = new TableName("protection", "registry");

    private static final String VERSION = "protection 4";

    /** The units of values that are parts of their denominators. */
    private static final String PARTS = Arrays.stream(Unit.values())
            .filter(Unit::isPart)
            .map(unit -> "'" + unit.word() + "'")
            .collect(Collectors.joining(", "));

    private final ProtectionRules rules;

    public Protection(ProtectionRules rules) {
        this.rules = rules;
    }

    /** The rules in force. */
    public ProtectionRules rules() {
        return rules;
    }

    /** What is in force, in the words that figures depend on. */
    List<String> words() {
        return List.of(VERSION, LEVEL, rules.parameters());
    }

    /** The columns of a cell and {@code protection_reason}: the first rule it breaks, null if it may be shown. */
    String registry(TableName cells) {
        String reasons = rules.order().stream()
                .map(rule ->
                        "when first_rule = %d then '%s'".formatted(rules.order().indexOf(rule), rule.name()))
                .collect(Collectors.joining(" "));
        String broken = rules.order().stream()
                .map(rule -> "when %s then %d"
                        .formatted(condition(rule), rules.order().indexOf(rule)))
                .collect(Collectors.joining("\n"));
        String all = columns(
                CellTable.CELL_COLUMNS.stream().map(column -> column.name()).toList());
        return """
                with judged as (
                    select %1$s,
                        case when status = 'published' then null
                        %2$s
                        end as broken_rule
                    from %3$s
                ),
                together as (
                    select %1$s,
                        min(broken_rule) over (
                            partition by indicator, period_type, period, place_scheme, place_level, place,
                                breakdown, breakdown_value
                        ) as set_rule,
                        broken_rule
                    from judged
                ),
                decided as (
                    select %1$s, coalesce(broken_rule, set_rule) as first_rule from together
                )
                select %1$s, case %4$s end as protection_reason
                from decided
                """.formatted(all, broken, cells, reasons);
    }

    /** The figures of the cells in {@code registry}. */
    String figures(TableName registry) {
        String shown = CellTable.FIGURE_COLUMNS.stream()
                .map(column -> column.name())
                .filter(name -> !name.startsWith("protection"))
                .map(name -> CellTable.MEASURED.contains(name)
                        ? "case when protection_reason is null then %1$s end as %1$s".formatted(name)
                        : name)
                .collect(Collectors.joining(", "));
        return """
                select %s,
                    case when protection_reason is null then '%s' else '%s' end as protection, protection_reason
                from %s
                """.formatted(shown, OPEN, CONFIDENTIAL, registry);
    }

    private static String columns(List<String> names) {
        return String.join(", ", names);
    }

    private String condition(ProtectionRules.Rule rule) {
        return switch (rule) {
            case MIN_PERSONS ->
                anyOf(
                        few("persons", rules.minPersons()),
                        "(counts in ('persons', 'cases') and (%s))".formatted(fewOnEitherSide(rules.minPersons())));
            case MIN_EMPLOYERS ->
                anyOf(
                        few("employers", rules.minEmployers()),
                        "(counts = 'employers' and (%s))".formatted(fewOnEitherSide(rules.minEmployers())));
            case DOMINANCE ->
                rules.dominance().stream().map(Protection::dominates).collect(Collectors.joining(" or "));
            case P_PERCENT ->
                "counts in ('fen', 'minutes') and (%s or %s)"
                        .formatted(guessable("numerator"), guessable("denominator"));
            case SMALL_DENOMINATOR ->
                "unit in (%s) and counts in ('persons', 'cases') and %s"
                        .formatted(PARTS, few("denominator", rules.minDenominator()));
            case GROUP_DISCLOSURE ->
                "is_sensitive and %s and (numerator = 0 or numerator = denominator)"
                        .formatted(few("denominator", rules.minGroup()));
            case QUANTILE ->
                "denominator > 0 and (contributors_below < %1$d or contributors_above < %1$d)"
                        .formatted(rules.minOutsideQuantile());
        };
    }

    private static String anyOf(String first, String second) {
        return first + " or " + second;
    }

    private static String few(String number, long least) {
        return "(%1$s > 0 and %1$s < %2$d)".formatted(number, least);
    }

    /** Few with the trait, few at all, or, where that tells as much, nobody with it or few without it. */
    private static String fewOnEitherSide(long least) {
        return "%s or %s or (is_sensitive and (%s or (numerator = 0 and denominator > 0)))"
                .formatted(few("numerator", least), few("denominator", least), few("(denominator - numerator)", least));
    }

    private static String dominates(ProtectionRules.Dominance limit) {
        return "%s or %s".formatted(dominates("numerator", limit), dominates("denominator", limit));
    }

    /** Whether the largest parts are more of the whole than they may; in whole numbers, so that engines agree. */
    private static String dominates(String side, ProtectionRules.Dominance limit) {
        String parts = limit.largest() == 1 ? side + "_top1" : "(%1$s_top1 + %1$s_top2)".formatted(side);
        return "(%2$s > 0 and %1$s * 100 > %3$d * %2$s)".formatted(parts, side, limit.percent());
    }

    /** Whether the second largest could tell the largest to within p percent. */
    private String guessable(String side) {
        return "(%1$s > 0 and (%1$s - %1$s_top1 - %1$s_top2) * 100 < %2$d * %1$s_top1)"
                .formatted(side, rules.percent());
    }
}
