package org.zhigong.jobs.city.plant;

import static org.zhigong.jobs.city.plant.RowDefect.added;
import static org.zhigong.jobs.city.plant.RowDefect.changed;
import static org.zhigong.jobs.city.plant.RowDefect.inCell;
import static org.zhigong.jobs.city.plant.RowDefect.normalised;
import static org.zhigong.jobs.city.plant.RowDefect.quarantined;
import static org.zhigong.jobs.city.plant.RowDefect.replaced;
import static org.zhigong.jobs.city.plant.RowDefect.to;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Predicate;
import org.zhigong.jobs.city.feed.AgreementRow;
import org.zhigong.jobs.city.feed.EventRow;
import org.zhigong.jobs.city.feed.FeedRow;
import org.zhigong.jobs.city.feed.PlantedDefect.Outcome;
import org.zhigong.jobs.city.feed.ReceiptRow;
import org.zhigong.jobs.city.feed.ScopeRow;
import org.zhigong.jobs.city.world.World;

/** What can be wrong with the rows of agreements, their scope and events, and of receipts. */
final class BargainingDefects {

    private static final long ABSURD = 99_000_000;

    private static final int FILING_AND_WAITING = 30;

    private BargainingDefects() {}

    static List<RowDefect> agreements(YearMonth period) {
        LocalDate asOf = period.atEndOfMonth();
        return List.of(
                normalised(
                        "NUM_TEXT",
                        "stated_workers",
                        agreement(a -> a.statedWorkers() != null),
                        n -> Forms.counted(n, "人")),
                replaced(
                        new Mark("STATED_TOO_LARGE", Outcome.FLAGGED, "stated_workers"),
                        agreement(a -> World.statesTotalsOnly(a.agreementId()) && isInForce(a, asOf)),
                        BargainingDefects::absurd),
                changed(
                        new Mark("NUM_TEXT", Outcome.ACCEPTED_NORMALISED, "coverage_statement"),
                        agreement(a -> a.statedUnits() != null && a.statedWorkers() != null),
                        BargainingDefects::inOneText,
                        row -> row),
                normalised("NUM_TEXT", "stated_units", agreement(a -> a.statedUnits() != null), n -> n + "家"),
                quarantined(
                        "BOOLEAN_INVALID",
                        "has_wage_chapter",
                        agreement(a -> a.agreementLevel().equals("1")),
                        to("has_wage_chapter", "部分")),
                normalised("DATE_SENTINEL", "term_end", agreement(a -> a.termEnd() == null), none -> "9999-12-31"),
                normalised("DATE_FORMS", "signed_on", agreement(a -> true), Forms::day),
                quarantined(
                        "MISSING_REQUIRED",
                        "signed_on",
                        agreement(a -> a.agreementLevel().equals("1")),
                        to("signed_on", "——")));
    }

    static List<RowDefect> scope() {
        return List.of(
                added(
                        new Mark("ORPHAN", Outcome.SET_ASIDE, "agreement_id"),
                        scope(s -> s.scopeForm().equals("1")),
                        BargainingDefects::ofNoAgreement),
                quarantined(
                        "ROW_RULE", "employer_code", scope(s -> s.scopeForm().equals("1")), to("employer_code", "")),
                normalised("CODE_ALIAS", "scope_form", scope(s -> s.scopeForm().equals("2")), code -> "规则"),
                quarantined(
                        "USCC_CHECK_FAIL",
                        "employer_code",
                        scope(s -> s.employerCode() != null),
                        inCell("employer_code", code -> Forms.otherLast(code, '3', '4'))));
    }

    static List<RowDefect> events() {
        Predicate<FeedRow> any = row -> row instanceof EventRow;
        return List.of(
                normalised(
                        "CODE_ALIAS",
                        "event_type",
                        row -> row instanceof EventRow e && e.eventType().equals("FILED"),
                        code -> "报送"),
                quarantined("DATE_IMPOSSIBLE", "event_on", any, to("event_on", "2023-02-30")),
                normalised("CODE_ALIAS", "form", event("OFFERED"), form -> form.equals("1") ? "书面" : "口头"),
                quarantined("ROW_RULE", "side", event("OFFERED"), to("side", "")),
                quarantined(
                        "ROW_RULE",
                        "delegates_for",
                        event("ADOPTED"),
                        row -> row.set("delegates_for", row.get("delegates_all") + "9")),
                normalised("DATE_FORMS", "event_on", any, Forms::day),
                RowDefect.repeated(any));
    }

    static List<RowDefect> receipts() {
        Predicate<FeedRow> any = row -> row instanceof ReceiptRow;
        return List.of(
                quarantined(
                        "USCC_CHECK_FAIL",
                        "employer_code",
                        any,
                        inCell("employer_code", code -> Forms.otherLast(code, '3', '4'))),
                normalised("FULLWIDTH", "receipt_no", any, Forms::fullWidth),
                quarantined("MONTH_INVALID", "payroll_month", any, to("payroll_month", "按季度")),
                normalised("DATE_FORMS", "credited_on", any, Forms::day),
                quarantined("MISSING_REQUIRED", "credited_on", any, to("credited_on", "")));
    }

    private static Predicate<FeedRow> agreement(Predicate<AgreementRow> suits) {
        return row -> row instanceof AgreementRow agreement && suits.test(agreement);
    }

    private static Predicate<FeedRow> event(String type) {
        return row -> row instanceof EventRow event && event.eventType().equals(type);
    }

    private static void inOneText(RowText row) {
        row.set(
                "coverage_statement",
                "涵盖企业: %s家 职工: %s".formatted(row.get("stated_units"), Forms.counted(row.get("stated_workers"), "人")));
        row.set("stated_units", "");
        row.set("stated_workers", "");
    }

    private static Predicate<FeedRow> scope(Predicate<ScopeRow> suits) {
        return row -> row instanceof ScopeRow scope && suits.test(scope);
    }

    /** Whether an agreement that is filed in time and not objected to is in force. */
    private static boolean isInForce(AgreementRow a, LocalDate asOf) {
        LocalDate end = a.termEnd();
        return !a.termStart().isAfter(asOf)
                && !a.signedOn().plusDays(FILING_AND_WAITING).isAfter(asOf)
                && end != null
                && end.isAfter(asOf);
    }

    private static FeedRow absurd(FeedRow row) {
        return row instanceof AgreementRow a
                ? new AgreementRow(
                        a.agreementId(),
                        a.agreementKind(),
                        a.agreementLevel(),
                        a.hasWageChapter(),
                        a.employerCode(),
                        a.areaCode(),
                        a.industryScheme(),
                        a.industryCode(),
                        a.signedOn(),
                        a.termStart(),
                        a.termEnd(),
                        a.isAutoRenewal(),
                        a.statedUnits(),
                        ABSURD,
                        a.wages(),
                        a.predecessorId(),
                        a.updatedOn())
                : row;
    }

    private static FeedRow ofNoAgreement(FeedRow row) {
        return row instanceof ScopeRow s
                ? new ScopeRow(
                        "HT399999999999",
                        s.scopeNo(),
                        s.scopeForm(),
                        s.employerCode(),
                        s.areaCode(),
                        s.industryScheme(),
                        s.industryCode(),
                        s.sizeClass(),
                        s.ownershipGroup(),
                        s.validFrom(),
                        s.validTo())
                : row;
    }
}
