package org.zhigong.jobs.city.truth;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.city.feed.MemberRow;

/** Where somebody stands in a month: the employer that a row names, or else that of the membership. */
final class NeedStanding {

    private final MonthState state;
    private final Successions successions;
    private final Map<String, EmployerMonth> employers = new HashMap<>();
    private final Map<Long, MemberRow> members = new HashMap<>();

    /** An employer with its place and section, and what the membership says of a person. */
    record Spot(String employer, Place place, String section, Map<Attribute, String> traits) {}

    NeedStanding(MonthRows rows, MonthState state) {
        this.state = state;
        successions = Successions.of(rows.employers(), rows.asOf());
        state.employers().forEach(month -> employers.put(month.employer().id(), month));
        Memberships.standing(rows.members(), rows.asOf())
                .forEach((person, member) -> members.put(person, member.row()));
    }

    YearMonth month() {
        return state.month();
    }

    MonthState state() {
        return state;
    }

    Successions successions() {
        return successions;
    }

    /** The members, with those who keep their membership without employment. */
    Map<Long, MemberRow> members() {
        return members;
    }

    List<UnionMonth> baseUnions() {
        return state.unions().stream().filter(UnionMonth::isBase).toList();
    }

    /** The employer that is known by {@code id} now, be it by no more than its code. */
    Employer employer(String id) {
        EmployerMonth known = employers.get(id);
        return known == null ? Employer.inferred(id) : known.employer();
    }

    Spot spot(@Nullable String code, @Nullable Long person) {
        MemberRow member = person == null ? null : members.get(person);
        String named = code != null ? code : member == null ? null : member.employerCode();
        String employer = named == null ? Employer.NONE : successions.current(named);
        return spot(
                employer,
                Map.of(
                        Attribute.SEX, MemberCounts.sex(member == null ? null : member.sex()),
                        Attribute.HUKOU, MemberCounts.hukou(member == null ? null : member.hukou()),
                        Attribute.FORM, MemberCounts.form(member == null ? null : member.employmentForm())));
    }

    Spot spot(String employer, Map<Attribute, String> traits) {
        Employer known = employer(employer);
        return new Spot(employer, known.place(), known.section(), traits);
    }
}
