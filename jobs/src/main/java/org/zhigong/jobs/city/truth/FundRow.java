package org.zhigong.jobs.city.truth;

/** What a liable employer owed the fund for one month or several, and what came in for them. */
record FundRow(String employerId, long dueFen, long receivedFen, long workers) implements TrueRow {

    @Override
    public boolean isContributor() {
        return true;
    }

    FundRow withoutWorkers() {
        return new FundRow(employerId, dueFen, receivedFen, 0);
    }

    FundRow plus(FundRow other) {
        return new FundRow(employerId, dueFen + other.dueFen, receivedFen + other.receivedFen, workers + other.workers);
    }
}
