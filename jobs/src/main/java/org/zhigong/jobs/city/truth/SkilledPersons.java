package org.zhigong.jobs.city.truth;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.city.feed.CertificateRow;
import org.zhigong.jobs.city.feed.MemberRow;
import org.zhigong.jobs.city.feed.TrainingRow;

/** Who holds which level at the end of a month or held one a year before, and where the latest row has the person. */
final class SkilledPersons {

    /**
     * @param rank the highest valid level, 0 for none
     * @param rankYearAgo the same twelve months before
     * @param isRetained whether the person keeps a membership without work
     */
    record Skilled(String sex, int rank, int rankYearAgo, Optional<String> employerId, boolean isRetained) {}

    private static final int YEAR = 12;
    private static final int OF_ROSTERS = 3;
    private static final int OF_COURSES = 2;
    private static final int OF_CERTIFICATES = 1;

    /** A row that names an employer. */
    private record Naming(LocalDate on, int strength, String key, String employerCode) {}

    private static final Comparator<Naming> LATER = Comparator.comparing(Naming::on)
            .thenComparing(Naming::strength)
            .thenComparing(Naming::key)
            .thenComparing(Naming::employerCode);

    private final YearMonth month;
    private final Map<Long, List<CertificateRow>> certificates = new TreeMap<>();
    private final Map<Long, Naming> latest = new HashMap<>();

    private SkilledPersons(YearMonth month) {
        this.month = month;
    }

    static List<Skilled> of(MonthRows rows, SkillFiles files, Successions successions) {
        SkilledPersons persons = new SkilledPersons(rows.month());
        persons.certify(files);
        persons.place(files);
        Map<Long, Sighting<MemberRow>> members = Memberships.standing(rows.members(), rows.asOf());
        members.forEach(persons::place);
        List<Skilled> skilled = new ArrayList<>();
        persons.certificates
                .keySet()
                .forEach(person -> persons.skilled(person, members.get(person), successions)
                        .ifPresent(skilled::add));
        return skilled;
    }

    private void certify(SkillFiles files) {
        for (CertificateRow row : files.certificates(month)) {
            certificates
                    .computeIfAbsent(row.personNumber(), person -> new ArrayList<>())
                    .add(row);
            String key = row.skillRank() + " " + row.kind() + " " + row.occupationCode();
            name(row.personNumber(), row.issuedOn(), OF_CERTIFICATES, key, row.employerCode());
        }
    }

    private void place(SkillFiles files) {
        for (TrainingRow row : files.courses(files.firstCourse(month), month)) {
            name(row.personNumber(), row.endedOn(), OF_COURSES, row.enrolId(), row.employerCode());
        }
    }

    /** A roster speaks of the last day of its month. */
    private void place(long person, Sighting<MemberRow> member) {
        LocalDate on = member.period().atEndOfMonth();
        name(person, on, OF_ROSTERS, "", member.row().employerCode());
    }

    private void name(long person, LocalDate on, int strength, String key, @Nullable String employerCode) {
        if (employerCode != null && certificates.containsKey(person)) {
            latest.merge(
                    person,
                    new Naming(on, strength, key, employerCode),
                    (one, other) -> LATER.compare(one, other) >= 0 ? one : other);
        }
    }

    private Optional<Skilled> skilled(long person, @Nullable Sighting<MemberRow> member, Successions successions) {
        int rank = rank(person, month.atEndOfMonth());
        int rankYearAgo = rank(person, month.minusMonths(YEAR).atEndOfMonth());
        if (rank == 0 && rankYearAgo == 0) {
            return Optional.empty();
        }
        boolean isRetained = member != null && member.row().membershipStatus().equals("2");
        Optional<String> employer =
                Optional.ofNullable(latest.get(person)).map(naming -> successions.current(naming.employerCode()));
        return Optional.of(new Skilled(sex(person), rank, rankYearAgo, employer, isRetained));
    }

    private int rank(long person, LocalDate day) {
        return certificates.getOrDefault(person, List.of()).stream()
                .filter(row -> isValid(row, day))
                .mapToInt(CertificateRow::skillRank)
                .max()
                .orElse(0);
    }

    private static boolean isValid(CertificateRow row, LocalDate day) {
        return !row.issuedOn().isAfter(day)
                && (row.validTo() == null || !row.validTo().isBefore(day))
                && (row.revokedOn() == null || row.revokedOn().isAfter(day));
    }

    private String sex(long person) {
        return certificates.getOrDefault(person, List.of()).stream()
                .map(CertificateRow::sex)
                .filter(sex -> "1".equals(sex) || "2".equals(sex))
                .map(String::valueOf)
                .max(Comparator.naturalOrder())
                .orElse(Employer.UNKNOWN);
    }
}
