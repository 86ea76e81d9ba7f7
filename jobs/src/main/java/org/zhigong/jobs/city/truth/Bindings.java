package org.zhigong.jobs.city.truth;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which agreements bind which employer. An agreement binds an employer whole, whoever of its workers is a member. */
final class Bindings {

    /** The levels of the agreements that bind one employer, and whether one of them covers wages. */
    record Bound(Set<Level> levels, boolean isWageBound) {}

    private final Map<String, List<Agreements.InForce>> byName = new HashMap<>();
    private final List<Agreements.InForce> byRule = new ArrayList<>();

    Bindings(List<Agreements.InForce> agreements, Successions successions) {
        for (Agreements.InForce agreement : agreements) {
            for (String employer : agreement.named(successions)) {
                byName.computeIfAbsent(employer, id -> new ArrayList<>()).add(agreement);
            }
            if (agreement.scope().stream().anyMatch(line -> line.scopeForm().equals("2"))) {
                byRule.add(agreement);
            }
        }
    }

    Bound of(Employer employer, Optional<String> sizeStat) {
        List<Agreements.InForce> binding = agreementsOf(employer, sizeStat);
        Set<Level> levels = EnumSet.noneOf(Level.class);
        binding.forEach(agreement -> levels.add(agreement.level()));
        return new Bound(levels, binding.stream().anyMatch(Agreements.InForce::coversWage));
    }

    /** Each agreement that binds the employer; one that does so by name and by rule may stand twice. */
    List<Agreements.InForce> agreementsOf(Employer employer, Optional<String> sizeStat) {
        List<Agreements.InForce> binding = new ArrayList<>(byName.getOrDefault(employer.id(), List.of()));
        byRule.stream()
                .filter(agreement -> agreement.hasRuleFor(employer, sizeStat))
                .forEach(binding::add);
        return binding;
    }
}
