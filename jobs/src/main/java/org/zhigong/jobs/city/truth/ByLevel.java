package org.zhigong.jobs.city.truth;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The two ways to tell the levels of agreements apart. */
final class ByLevel {

    private ByLevel() {}

    /** Every worker at the first level that binds the employer; the parts and the rest add up to all workers. */
    static final class Exclusive implements TrueIndicator.Mix<Portion> {

        @Override
        public List<String> categories() {
            return List.of("enterprise", "industry", "area", "none");
        }

        @Override
        public Optional<String> of(Portion row) {
            Set<Level> levels = row.of().levels();
            for (Level level : Level.values()) {
                if (levels.contains(level)) {
                    return Optional.of(level.word());
                }
            }
            return Optional.of("none");
        }

        /**
         * Workers known only by totals may be among the bound, or among the rest; those of an industry agreement may
         * also be taken from the area's.
         */
        @Override
        public Optional<Interval> bounds(String category, List<Long> listed, long all, List<StatedTotal> stated) {
            long enterprise = listed.get(0);
            long industry = listed.get(1);
            long area = listed.get(2);
            long statedOfIndustry = Bounds.workers(total -> total.level() == Level.INDUSTRY, stated);
            long statedOfArea = Bounds.workers(total -> total.level() == Level.AREA, stated);
            return switch (category) {
                case "industry" ->
                    Optional.of(new Interval(industry, Math.min(all - enterprise, industry + statedOfIndustry)));
                case "area" ->
                    Optional.of(new Interval(
                            Math.max(0, area - statedOfIndustry),
                            Math.min(all - enterprise - industry, area + statedOfArea)));
                case "none" -> {
                    Interval bound = Bounds.ofWorkers(total -> true).of(enterprise + industry + area, all, stated);
                    yield Optional.of(new Interval(all - bound.upper(), all - bound.lower()));
                }
                default -> Optional.empty();
            };
        }
    }

    /** Every covered worker by all the levels that bind the employer, by lists and rules alone. */
    static final class Overlap implements TrueIndicator.Mix<Portion> {

        @Override
        public List<String> categories() {
            return List.of("E", "I", "A", "EI", "EA", "IA", "EIA");
        }

        @Override
        public Optional<String> of(Portion row) {
            StringBuilder letters = new StringBuilder();
            for (Level level : Level.values()) {
                if (row.of().isBoundBy(level)) {
                    letters.append(level.letter());
                }
            }
            return letters.length() == 0 ? Optional.empty() : Optional.of(letters.toString());
        }

        @Override
        public Optional<Interval> bounds(String category, List<Long> listed, long all, List<StatedTotal> stated) {
            return Optional.empty();
        }
    }
}
