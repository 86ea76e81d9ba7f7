package org.zhigong.jobs.city.plant;

import java.util.List;
import org.zhigong.jobs.city.feed.FeedRow;
import org.zhigong.jobs.city.feed.HeadcountRow;
import org.zhigong.jobs.city.feed.MemberRow;

/** The planters of files, some with something that has to be planted in that very file. */
public final class Planting {

    private Planting() {}

    /** A planter as the file's plan asks for it. */
    public static Planter of(FilePlan plan) {
        return Planter.of(plan, List.of());
    }

    /** A planter for a roster one of whose members another roster has, too. */
    public static Planter markingTwin(FilePlan plan) {
        return Planter.of(plan, List.of(MemberDefects.inTwoRosters()));
    }

    /** A planter for headcounts in which {@code employerCode} loses nearly all workers. */
    public static Planter shrinking(FilePlan plan, String employerCode) {
        return Planter.of(plan, List.of(RegisterDefects.moreMembersThanWorkers(employerCode)));
    }

    /** Whether {@code line} is the member that another roster has, too. */
    public static boolean isTwin(Line line) {
        return MemberDefects.CROSS_DISTRICT.equals(line.mark());
    }

    /** Whether {@code row} names an employer that no register knows by a code with a letter for a digit. */
    public static boolean isUnproven(FeedRow row) {
        return row instanceof HeadcountRow h && h.employerCode().equals(OddCodes.unproven());
    }

    /** The line of the other roster about a member that two have. */
    public static Line inTwoRosters(MemberRow row) {
        MemberRow other = MemberDefects.otherRoster(row);
        return new Line(other, other, MemberDefects.CROSS_DISTRICT, null);
    }
}
