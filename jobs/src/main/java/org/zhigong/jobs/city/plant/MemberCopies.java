package org.zhigong.jobs.city.plant;

import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.city.feed.FeedRow;
import org.zhigong.jobs.city.feed.MemberRow;

/** Members like others but for one thing. */
final class MemberCopies {

    private MemberCopies() {}

    static UnaryOperator<FeedRow> withEducation(@Nullable String education) {
        return row -> row instanceof MemberRow m ? with(m, education, m.employerCode(), m.employmentForm()) : row;
    }

    static UnaryOperator<FeedRow> withEmployer(String code) {
        return row -> row instanceof MemberRow m ? with(m, m.education(), code, m.employmentForm()) : row;
    }

    static MemberRow with(
            MemberRow m, @Nullable String education, @Nullable String employerCode, @Nullable String form) {
        return new MemberRow(
                m.personNumber(),
                m.nameVariant(),
                m.sex(),
                m.birthYear(),
                m.ethnicity(),
                m.politicalStatus(),
                education,
                m.hukou(),
                form,
                m.employerName(),
                employerCode,
                m.unionId(),
                m.joinedOn(),
                m.membershipStatus(),
                m.leftOn(),
                m.updatedOn());
    }

    /** The same person, or somebody else by name, in the union of the platform workers of the first unit. */
    static MemberRow onPlatform(MemberRow m, int nameVariant, LocalDate joinedOn) {
        return new MemberRow(
                m.personNumber(),
                nameVariant,
                m.sex(),
                m.birthYear(),
                m.ethnicity(),
                m.politicalStatus(),
                m.education(),
                m.hukou(),
                m.employmentForm(),
                null,
                null,
                "GH5000000000",
                joinedOn,
                "1",
                null,
                joinedOn);
    }
}
