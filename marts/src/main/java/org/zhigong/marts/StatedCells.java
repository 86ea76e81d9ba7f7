package org.zhigong.marts;

import java.util.List;
import java.util.stream.Collectors;

/** Which of the cells of a base an indicator is stated for. */
final class StatedCells {

    private StatedCells() {}

    /** A condition over the keys of cells. */
    static String of(Indicator indicator, Base base, List<Base.Breakdown> breakdowns) {
        if (base.nationalYear().isPresent()) {
            return "place_level = '%s'".formatted(Base.NATION_LEVEL);
        }
        return "place_level in (%s) and breakdown in (%s)"
                .formatted(levels(indicator, base), names(indicator, breakdowns));
    }

    private static String levels(Indicator indicator, Base base) {
        StringBuilder levels = new StringBuilder("'" + Base.CITY_LEVEL + "'");
        for (Base.Scheme scheme : base.schemes()) {
            for (Base.Level level : scheme.levels()) {
                if (indicator.isStatedAt(scheme, level)) {
                    levels.append(", '").append(level.name()).append("'");
                }
            }
        }
        return levels.toString();
    }

    private static String names(Indicator indicator, List<Base.Breakdown> breakdowns) {
        return breakdowns.stream()
                .map(Base.Breakdown::name)
                .filter(name ->
                        name.equals(CellKind.UNSPLIT) || indicator.breakdowns().contains(name))
                .map(name -> "'" + name + "'")
                .collect(Collectors.joining(", "));
    }
}
