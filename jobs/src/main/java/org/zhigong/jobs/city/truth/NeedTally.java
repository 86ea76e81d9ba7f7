package org.zhigong.jobs.city.truth;

import java.util.EnumMap;
import java.util.Map;

/** What one employer, or one union, adds to a cell. */
final class NeedTally implements TrueRow {

    /** What is counted. */
    enum Of {
        WORKER_STOCKS,
        MEMBER_STOCKS,
        ASKING,
        REQUESTS,
        CODED,
        NEEDS,
        UNMET,
        MEMBERS,
        SERVED,
        INSURED,
        SERVED_OF_CLASS,
        IN_HARDSHIP,
        HELPED,
        JUDGED,
        MATCHED,
        JUDGED_KNOWN,
        MATCHED_KNOWN,
        DUE,
        IN_TIME,
        UNIONS,
        ACTIVE
    }

    private final String contributor;
    private final String category;
    private final Map<Of, Long> counts = new EnumMap<>(Of.class);

    NeedTally(String contributor, String category) {
        this.contributor = contributor;
        this.category = category;
    }

    void add(Of what, long count) {
        counts.merge(what, count, Long::sum);
    }

    long get(Of what) {
        return counts.getOrDefault(what, 0L);
    }

    /** The class of need; {@code all} where it is of none. */
    String category() {
        return category;
    }

    @Override
    public boolean isContributor() {
        return !contributor.equals(Employer.NONE);
    }
}
