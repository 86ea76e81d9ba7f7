package org.zhigong.jobs.city.feed;

/** The feeds that the city delivers, in the order in which files of one day are written. */
public enum Feed {
    EMPLOYERS("employers", EmployerRow.class),
    HEADCOUNT("headcount", HeadcountRow.class),
    UNIONS("unions", UnionRow.class),
    COVERED_UNITS("covered_units", CoveredUnitRow.class),
    MEMBERS("members", MemberRow.class),
    AGREEMENTS("agreements", AgreementRow.class),
    AGREEMENT_SCOPE("agreement_scope", ScopeRow.class),
    AGREEMENT_EVENTS("agreement_events", EventRow.class),
    RECEIPTS("receipts", ReceiptRow.class),
    TRAINING("training", TrainingRow.class),
    CERTIFICATES("certificates", CertificateRow.class),
    TRAINING_FUNDS("training_funds", TrainingFundRow.class),
    REQUESTS("requests", RequestRow.class),
    SERVICES("services", ServiceRow.class),
    DUES("dues", DuesRow.class),
    MEDIATION("mediation", MediationRow.class),
    ARBITRATION("arbitration", ArbitrationRow.class);

    private final String id;
    private final Class<? extends FeedRow> rowType;

    Feed(String id, Class<? extends FeedRow> rowType) {
        this.id = id;
        this.rowType = rowType;
    }

    /** The name that contracts, inbox folders and batches use. */
    public String id() {
        return id;
    }

    /** What a row of this feed is. */
    public Class<? extends FeedRow> rowType() {
        return rowType;
    }
}
