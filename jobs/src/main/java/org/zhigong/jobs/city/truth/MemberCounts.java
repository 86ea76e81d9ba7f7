package org.zhigong.jobs.city.truth;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.city.feed.MemberRow;

/** The members in employment at one employer, in all and by each attribute that headcounts know too. */
final class MemberCounts {

    /** Members, and those of them with a labour relation (not on a platform). */
    record Count(long members, long employees) {
        static final Count ZERO = new Count(0, 0);

        Count plus(Count other) {
            return new Count(members + other.members, employees + other.employees);
        }
    }

    private final Map<String, Count> bySex = new HashMap<>();
    private final Map<String, Count> byHukou = new HashMap<>();
    private final Map<String, Count> byForm = new HashMap<>();
    private Count all = Count.ZERO;

    void add(MemberRow member) {
        boolean isOnPlatform =
                member.employmentForm() != null && member.employmentForm().startsWith("11");
        Count one = new Count(1, isOnPlatform ? 0 : 1);
        all = all.plus(one);
        bySex.merge(sex(member.sex()), one, Count::plus);
        byHukou.merge(hukou(member.hukou()), one, Count::plus);
        byForm.merge(form(member.employmentForm()), one, Count::plus);
    }

    Count all() {
        return all;
    }

    Map<String, Count> by(Attribute attribute) {
        return switch (attribute) {
            case SEX -> bySex;
            case HUKOU -> byHukou;
            case FORM -> byForm;
        };
    }

    static String sex(@Nullable String code) {
        return code != null && (code.equals("1") || code.equals("2")) ? code : "unknown";
    }

    static String hukou(@Nullable String code) {
        return code == null || code.equals("unified") ? "unknown" : code;
    }

    static String form(@Nullable String code) {
        return switch (code == null ? "" : code) {
            case "01" -> "fixed_term";
            case "02" -> "open_ended";
            case "03" -> "task";
            case "04" -> "part_time";
            case "05" -> "dispatch";
            case "09" -> "establishment";
            case "10" -> "civil_servant";
            default -> "other";
        };
    }
}
