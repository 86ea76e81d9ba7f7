package org.zhigong.jobs.city.truth;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhigong.jobs.city.feed.MemberRow;

/** Who is a member at the end of a month: each person once, where the person joined last. */
final class Memberships {

    private static final Comparator<Sighting<MemberRow>> JOINED_LAST = Comparator.comparing(
                    (Sighting<MemberRow> sighting) -> sighting.row().joinedOn())
            .thenComparing(Sighting::receivedOn)
            .thenComparing(sighting -> sighting.row().unionId(), Comparator.reverseOrder());

    private Memberships() {}

    /** The members in employment; those who keep their membership without are left out. */
    static List<MemberRow> inEmployment(Collection<Sighting<MemberRow>> rows, LocalDate asOf) {
        return standing(rows, asOf).values().stream()
                .map(Sighting::row)
                .filter(row -> row.membershipStatus().equals("1"))
                .toList();
    }

    /** Every member by person, those who keep their membership without employment among them. */
    static Map<Long, Sighting<MemberRow>> standing(Collection<Sighting<MemberRow>> rows, LocalDate asOf) {
        Map<Long, Sighting<MemberRow>> persons = new HashMap<>();
        Set<Long> conflicting = new HashSet<>();
        for (Sighting<MemberRow> sighting : rows) {
            if (!lives(sighting.row(), asOf)) {
                continue;
            }
            long person = sighting.row().personNumber();
            Sighting<MemberRow> known = persons.get(person);
            if (known != null && known.row().nameVariant() != sighting.row().nameVariant()) {
                conflicting.add(person);
            }
            if (known == null || JOINED_LAST.compare(sighting, known) > 0) {
                persons.put(person, sighting);
            }
        }
        // One document under two names: nobody knows which of the two it is.
        persons.keySet().removeAll(conflicting);
        return persons;
    }

    private static boolean lives(MemberRow row, LocalDate asOf) {
        boolean isMember =
                row.membershipStatus().equals("1") || row.membershipStatus().equals("2");
        return isMember
                && !row.joinedOn().isAfter(asOf)
                && (row.leftOn() == null || row.leftOn().isAfter(asOf));
    }
}
