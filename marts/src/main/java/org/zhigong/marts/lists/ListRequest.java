package org.zhigong.marts.lists;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.zhigong.warehouse.NearestNames;
import org.zhigong.warehouse.SetupException;

/**
 * Somebody's wish for a list, found to be allowed.
 *
 * @param role in which capacity it is asked for
 * @param unit whose employers; empty: all, for who may see all
 * @param days how far to look ahead; 0 for a list that does not
 * @param by who asks
 * @param purpose what for
 */
public record ListRequest(WorkingList list, Role role, Optional<String> unit, long days, String by, String purpose) {

    /**
     * The request for {@code list}.
     *
     * @param roles by name
     * @param units the reporting units there are
     * @throws SetupException if the role may not have it, or not without a unit, or something is not said
     */
    public static ListRequest of(WorkingList list, Wish wish, Map<String, Role> roles, Set<String> units) {
        if (wish.by().isBlank() || wish.purpose().isBlank()) {
            throw new SetupException("Cannot give out a working list without a name and a purpose: both are kept");
        }
        Role role = Role.of(wish.role(), roles);
        if (!list.roles().contains(role.name())) {
            throw new SetupException("The list %s is not for the role %s: it is for %s"
                    .formatted(list.name(), role.name(), list.roles()));
        }
        wish.unit().ifPresent(unit -> requireUnit(unit, units));
        switch (role.sees()) {
            case UNIT -> {
                if (wish.unit().isEmpty()) {
                    throw new SetupException(
                            "The role %s sees its own reporting unit only: name it with --unit".formatted(role.name()));
                }
            }
            case ALL -> {}
        }
        return new ListRequest(list, role, wish.unit(), days(list, wish.days()), wish.by(), wish.purpose());
    }

    /** What was asked for, as it was said. */
    public record Wish(String role, Optional<String> unit, OptionalLong days, String by, String purpose) {}

    private static void requireUnit(String unit, Set<String> units) {
        if (!units.contains(unit)) {
            throw new SetupException("Unknown reporting unit '%s'%s; there are %s"
                    .formatted(unit, NearestNames.hint(unit, units), units));
        }
    }

    private static long days(WorkingList list, OptionalLong asked) {
        if (list.days().isEmpty()) {
            if (asked.isPresent()) {
                throw new SetupException("The list %s looks at one day: --days is not for it".formatted(list.name()));
            }
            return 0;
        }
        WorkingList.Days days = list.days().get();
        long chosen = asked.orElse(days.usual());
        if (chosen < days.least() || chosen > days.most()) {
            throw new SetupException(
                    "Invalid --days %d: expected %d to %d".formatted(chosen, days.least(), days.most()));
        }
        return chosen;
    }
}
