package org.zhigong.jobs.city.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chain of agreements of an area or an industry, and whom it binds.
 *
 * @param number its place among all
 * @param isIndustry level 2, otherwise level 3
 * @param area 110000, a district or a street
 * @param industry the industry of a level-2 agreement
 * @param rules whom it binds by rule; none: by list or by nothing but totals
 * @param listShare the share of the firms in its area that are on its list; 0 without a list
 * @param statedUnits what it claims to cover
 */
record Pact(
        int number,
        boolean isIndustry,
        String area,
        @Nullable String industry,
        List<Rule> rules,
        double listShare,
        @Nullable Long statedUnits,
        @Nullable Long statedWorkers,
        List<Term> terms) {

    /** One rule: what is given must fit. */
    record Rule(
            @Nullable String area,
            @Nullable String industry,
            @Nullable String size,
            @Nullable String ownership) {}

    /** Whether a firm may be on its list. */
    boolean suits(Life life, String street) {
        if (!area.equals("110000") && !street.startsWith(area)) {
            return false;
        }
        return industry == null || life.sector().industry().startsWith(industry.substring(0, 1));
    }
}
