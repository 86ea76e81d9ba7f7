package org.zhigong.jobs.city.plant;

import static org.zhigong.jobs.city.plant.RowDefect.flagged;
import static org.zhigong.jobs.city.plant.RowDefect.inCell;
import static org.zhigong.jobs.city.plant.RowDefect.normalised;
import static org.zhigong.jobs.city.plant.RowDefect.quarantined;
import static org.zhigong.jobs.city.plant.RowDefect.to;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.city.feed.ArbitrationRow;
import org.zhigong.jobs.city.feed.FeedRow;
import org.zhigong.jobs.city.feed.MediationRow;
import org.zhigong.jobs.city.feed.PersonDocument;

/** What can be wrong with the rows of disputes. */
final class DisputeDefects {

    private DisputeDefects() {}

    static List<RowDefect> mediation(YearMonth period) {
        return List.of(
                flagged(
                        "CODE_UNKNOWN",
                        "cause",
                        mediation(m -> "OTHER".equals(m.cause()) || "INJURY".equals(m.cause())),
                        to("cause", "口头纠纷"),
                        DisputeDefects::withoutCause),
                quarantined("BOOLEAN_INVALID", "is_common_claim", mediation(m -> true), to("is_common_claim", "部分")),
                normalised("CODE_ALIAS", "result", mediation(m -> "AGREED".equals(m.result())), code -> "调解成功"),
                flagged(
                        "USCC_UNKNOWN",
                        "employer_code",
                        mediation(m -> m.workers() == 1 && m.employerCode() != null && isWholeIn(period, m)),
                        to("employer_code", OddCodes.unknown(5)),
                        DisputeDefects::atUnknownEmployer),
                normalised("NUM_TEXT", "workers", mediation(m -> true), n -> Forms.counted(n, "人")),
                quarantined("END_BEFORE_START", "applied_on", mediation(m -> true), DisputeDefects::appliedTooLate),
                normalised("DATE_FORMS", "accepted_on", mediation(m -> true), Forms::day),
                RowDefect.repeated(mediation(m -> true)),
                quarantined("ID_MASKED", "doc_no", mediation(m -> hasId(m.personNumber())), DisputeDefects::masked));
    }

    static List<RowDefect> arbitration() {
        return List.of(
                normalised("FULLWIDTH", "employer_code", arbitration(a -> a.employerCode() != null), Forms::fullWidth),
                quarantined("MISSING_REQUIRED", "accepted_on", arbitration(a -> true), to("accepted_on", "")),
                RowDefect.repeated(arbitration(a -> true)),
                normalised("NUM_TEXT", "workers", arbitration(a -> true), n -> Forms.counted(n, "人")),
                quarantined("ROW_RULE", "status_on", arbitration(DisputeDefects::lasts), DisputeDefects::dated),
                quarantined(
                        "USCC_CHECK_FAIL",
                        "employer_code",
                        arbitration(a -> a.employerCode() != null),
                        inCell("employer_code", code -> Forms.otherLast(code, '3', '4'))));
    }

    private static Predicate<FeedRow> mediation(Predicate<MediationRow> suits) {
        return row -> row instanceof MediationRow mediation && suits.test(mediation);
    }

    private static Predicate<FeedRow> arbitration(Predicate<ArbitrationRow> suits) {
        return row -> row instanceof ArbitrationRow arbitration && suits.test(arbitration);
    }

    /** What was pending before the first month is used, but months before it are not judged. */
    /** Begun and closed in one month: no later row of the case takes the place of this one. */
    private static boolean isWholeIn(YearMonth period, MediationRow row) {
        return row.closedOn() != null
                && YearMonth.from(row.acceptedOn()).equals(period)
                && YearMonth.from(row.statusOn()).equals(period);
    }

    private static boolean hasId(long personNumber) {
        return PersonDocument.of(personNumber).docType().equals("ID");
    }

    private static void masked(RowText row) {
        String no = row.get("doc_no");
        row.set("doc_no", no.substring(0, 6) + "********" + no.substring(14));
    }

    private static void appliedTooLate(RowText row) {
        row.set(
                "applied_on",
                LocalDate.parse(row.get("accepted_on")).plusDays(1).toString());
    }

    private static boolean lasts(ArbitrationRow row) {
        return row.closedOn() != null && row.closedOn().isAfter(row.acceptedOn());
    }

    /** A closed case whose state is said to be of the day of acceptance. */
    private static void dated(RowText row) {
        row.set("status_on", row.get("accepted_on"));
    }

    private static FeedRow withoutCause(FeedRow row) {
        return row instanceof MediationRow m ? copy(m, m.employerCode(), null) : row;
    }

    private static FeedRow atUnknownEmployer(FeedRow row) {
        return row instanceof MediationRow m ? copy(m, OddCodes.unknown(5), m.cause()) : row;
    }

    private static MediationRow copy(MediationRow row, @Nullable String employerCode, @Nullable String cause) {
        return new MediationRow(
                row.caseNo(),
                row.personNumber(),
                row.employerName(),
                employerCode,
                cause,
                row.workers(),
                row.isCommonClaim(),
                row.appliedOn(),
                row.acceptedOn(),
                row.closedOn(),
                row.result(),
                row.linked(),
                row.statusOn());
    }
}
