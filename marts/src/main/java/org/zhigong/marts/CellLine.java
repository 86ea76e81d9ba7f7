package org.zhigong.marts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The figures of one indicator and category among wide cells.
 *
 * @param cells the condition under which a cell has such a figure
 * @param numbers the expression of each of {@link #NUMBERS} over the columns of a wide cell
 */
record CellLine(String indicator, String category, String cells, Map<String, String> numbers) {

    /** What a line says of a cell, beside the keys of the cell, in order. */
    static final List<String> NUMBERS = List.of(
            "numerator",
            "denominator",
            "lower_numerator",
            "upper_numerator",
            "persons",
            "employers",
            "numerator_top1",
            "numerator_top2",
            "denominator_top1",
            "denominator_top2");

    /**
     * One select of all {@code lines} over the table {@code wide}: every cell meets every line, since an engine takes
     * longer to plan a select for each line than to compute them.
     */
    static String select(List<CellLine> lines, String wide) {
        String names = IntStream.range(0, lines.size())
                .mapToObj(i -> "(%d, '%s', '%s')"
                        .formatted(i, lines.get(i).indicator(), lines.get(i).category()))
                .collect(Collectors.joining(", "));
        String numbers = NUMBERS.stream()
                .map(name -> ", %s as %s".formatted(number(lines, name), name))
                .collect(Collectors.joining());
        return """
                select *%7$s from (
                    select lines.indicator, lines.category, %1$s%2$s
                    from %3$s as wide cross join (values %4$s) as lines(line, indicator, category)
                    where %5$s
                ) as stated
                where numerator <> 0 or coalesce(denominator, 0) <> 0 or %6$s
                """.formatted(
                        CellKind.KEYS.stream().map("wide."::concat).collect(Collectors.joining(", ")),
                        numbers,
                        wide,
                        names,
                        stated(lines),
                        "(place_level = '%s' and breakdown = '%s')".formatted(Base.CITY_LEVEL, CellKind.UNSPLIT),
                        ", %1$s as quantile, %1$s as contributors_below, %1$s as contributors_above"
                                .formatted(CellBranch.NOTHING));
    }

    private static String number(List<CellLine> lines, String name) {
        Map<String, List<Integer>> byExpression =
                places(lines.stream().map(line -> line.numbers().get(name)).toList());
        byExpression.remove(CellBranch.NOTHING);
        return byExpression.isEmpty()
                ? CellBranch.NOTHING
                : byExpression.entrySet().stream()
                        .map(each -> "when %s then %s".formatted(among(each.getValue()), each.getKey()))
                        .collect(Collectors.joining(" ", "case ", " end"));
    }

    private static String stated(List<CellLine> lines) {
        return places(lines.stream().map(CellLine::cells).toList()).entrySet().stream()
                .map(each -> "(%s and %s)".formatted(among(each.getValue()), each.getKey()))
                .collect(Collectors.joining(" or "));
    }

    /** Where each of {@code texts} stands. */
    private static Map<String, List<Integer>> places(List<String> texts) {
        return IntStream.range(0, texts.size())
                .boxed()
                .collect(Collectors.groupingBy(texts::get, LinkedHashMap::new, Collectors.toList()));
    }

    private static String among(List<Integer> lines) {
        return lines.size() == 1
                ? "line = " + lines.get(0)
                : lines.stream().map(String::valueOf).collect(Collectors.joining(", ", "line in (", ")"));
    }
}
