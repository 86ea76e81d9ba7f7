package org.zhigong.jobs.city.plant;

import static org.zhigong.jobs.city.plant.RowDefect.added;
import static org.zhigong.jobs.city.plant.RowDefect.inCell;
import static org.zhigong.jobs.city.plant.RowDefect.normalised;
import static org.zhigong.jobs.city.plant.RowDefect.quarantined;
import static org.zhigong.jobs.city.plant.RowDefect.to;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.zhigong.jobs.city.feed.CertificateRow;
import org.zhigong.jobs.city.feed.FeedRow;
import org.zhigong.jobs.city.feed.PersonDocument;
import org.zhigong.jobs.city.feed.PlantedDefect.Outcome;
import org.zhigong.jobs.city.feed.TrainingFundRow;
import org.zhigong.jobs.city.feed.TrainingRow;

/** What can be wrong with the rows of training, certificates and education funds. */
final class SkillDefects {

    private SkillDefects() {}

    static List<RowDefect> training() {
        Predicate<FeedRow> any = training(t -> true);
        return List.of(
                normalised("DATE_FORMS", "ended_on", any, Forms::day),
                quarantined(
                        "ID_MASKED",
                        "doc_no",
                        training(t -> hasId(t.personNumber())),
                        inCell("doc_no", no -> no.substring(0, 6) + "********" + no.substring(14))),
                added(
                        new Mark("USCC_UNKNOWN", Outcome.FLAGGED, "employer_code"),
                        training(TrainingRow::isCompleted),
                        SkillDefects::ofUnknownEmployer),
                quarantined("COUNT_INVALID", "hours", any, to("hours", "若干")),
                normalised("NUM_TEXT", "hours", any, Forms::fullWidth),
                quarantined("CODE_UNKNOWN", "result", any, to("result", "补考中")),
                RowDefect.repeated(any),
                quarantined("END_BEFORE_START", "ended_on", any, SkillDefects::endsBeforeStart),
                normalised("DATE_EXCEL_SERIAL", "ended_on", any, Forms::serial),
                quarantined("MISSING_REQUIRED", "ended_on", any, to("ended_on", "")));
    }

    static List<RowDefect> certificates() {
        Predicate<FeedRow> any = certificate(c -> true);
        return List.of(
                normalised(
                        "MONTH_FORMS",
                        "report_month",
                        any,
                        month -> month.substring(0, 4) + "年" + Integer.parseInt(month.substring(5)) + "月"),
                quarantined("CODE_UNKNOWN", "skill_level", any, to("skill_level", "七级")),
                quarantined("ROW_RULE", "skill_level", any, to("skill_level", "首席技师")),
                normalised("DATE_SENTINEL", "valid_to", certificate(c -> c.validTo() == null), none -> "9999-12-31"),
                quarantined(
                        "ID_PRECISION_LOST",
                        "doc_no",
                        certificate(c -> hasId(c.personNumber())),
                        to("doc_no", "1.19991E+17")),
                normalised("DATE_FORMS", "issued_on", any, Forms::day),
                quarantined("END_BEFORE_START", "valid_to", any, to("valid_to", "1990-01-01")),
                RowDefect.repeated(any));
    }

    static List<RowDefect> trainingFunds() {
        Predicate<FeedRow> any = row -> row instanceof TrainingFundRow;
        return List.of(
                normalised("NUM_TEXT", "accrued_fen", any, Forms::fullWidth),
                quarantined("ROW_RULE", "frontline_fen", any, to("frontline_fen", "99999999999.00")),
                normalised("DATE_FORMS", "period_to", any, Forms::day),
                quarantined("MONEY_TOO_EXACT", "accrued_fen", any, to("accrued_fen", "10000.125")),
                normalised("INVISIBLE", "employer_code", any, Forms::invisible),
                quarantined("ROW_RULE", "period_from", any, to("period_from", "2019-07-01")));
    }

    private static Predicate<FeedRow> training(Predicate<TrainingRow> suits) {
        return row -> row instanceof TrainingRow training && suits.test(training);
    }

    private static Predicate<FeedRow> certificate(Predicate<CertificateRow> suits) {
        return row -> row instanceof CertificateRow certificate && suits.test(certificate);
    }

    private static boolean hasId(long personNumber) {
        return PersonDocument.of(personNumber).docType().equals("ID");
    }

    /** Another course of the same person, for an employer that nobody has registered. */
    private static FeedRow ofUnknownEmployer(FeedRow row) {
        return row instanceof TrainingRow t
                ? new TrainingRow(
                        t.enrolId() + "-2",
                        t.personNumber(),
                        t.sex(),
                        t.hukou(),
                        t.employmentForm(),
                        OddCodes.unknown(4),
                        t.hours(),
                        t.startedOn(),
                        t.endedOn(),
                        true)
                : row;
    }

    /** It ends on the 28th of its month at the latest. */
    private static void endsBeforeStart(RowText row) {
        row.set("started_on", LocalDate.parse(row.get("ended_on")).plusDays(1).toString());
    }
}
