package org.zhigong.jobs.city.plant;

import static org.zhigong.jobs.city.plant.RowDefect.added;
import static org.zhigong.jobs.city.plant.RowDefect.flagged;
import static org.zhigong.jobs.city.plant.RowDefect.inCell;
import static org.zhigong.jobs.city.plant.RowDefect.normalised;
import static org.zhigong.jobs.city.plant.RowDefect.quarantined;
import static org.zhigong.jobs.city.plant.RowDefect.to;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.zhigong.jobs.city.feed.CoveredUnitRow;
import org.zhigong.jobs.city.feed.EmployerRow;
import org.zhigong.jobs.city.feed.FeedRow;
import org.zhigong.jobs.city.feed.HeadcountRow;
import org.zhigong.jobs.city.feed.PlantedDefect.Outcome;
import org.zhigong.jobs.city.feed.UnionRow;

/** What can be wrong with the rows of employers, headcounts, unions and the units they cover. */
final class RegisterDefects {

    private RegisterDefects() {}

    static List<RowDefect> employers() {
        Predicate<FeedRow> any = row -> row instanceof EmployerRow;
        return List.of(
                normalised(
                        "USCC_CASE",
                        "credit_code",
                        employer(e -> e.creditCode().substring(8).chars().anyMatch(Character::isLetter)),
                        code -> code.toLowerCase(Locale.ROOT)),
                quarantined("DATE_IMPOSSIBLE", "opened_on", any, to("opened_on", "20191301")),
                normalised("DATE_EXCEL_SERIAL", "opened_on", any, Forms::serial),
                flagged(
                        "CODE_UNKNOWN",
                        "ownership_code",
                        employer(e -> e.creditCode().startsWith("91")),
                        to("ownership_code", "998"),
                        RegisterDefects::withoutOwnership),
                quarantined(
                        "INDUSTRY_AMBIGUOUS",
                        "industry_code",
                        employer(e -> e.industryScheme().equals("2017")),
                        to("industry_code", "111")),
                normalised("DATE_SENTINEL", "closed_on", employer(e -> e.closedOn() == null), none -> "9999-12-31"),
                quarantined(
                        "USCC_CHECK_FAIL",
                        "credit_code",
                        any,
                        inCell("credit_code", code -> Forms.otherLast(code, '3', '4'))),
                normalised("MISSING_TOKEN", "street_code", employer(e -> e.streetCode() == null), none -> "不详"),
                normalised("CODE_ALIAS", "unit_type", employer(e -> e.unitType().equals("1")), code -> "企业"),
                quarantined("DATE_INVALID", "opened_on", any, to("opened_on", "去年")),
                normalised("FULLWIDTH", "credit_code", any, Forms::fullWidth));
    }

    static List<RowDefect> headcounts() {
        Predicate<FeedRow> any = headcount(h -> true);
        return List.of(
                normalised("NUM_TEXT", "headcount", headcount(h -> h.headcount() > 0), n -> Forms.counted(n, "人")),
                quarantined("NUM_APPROX", "headcount", any, inCell("headcount", n -> "约" + n)),
                added(
                        new Mark("USCC_UNKNOWN", Outcome.FLAGGED, "employer_code"),
                        headcount(h -> h.headcount() == 3),
                        row -> employing(row, OddCodes.unknown(3))),
                quarantined("NEGATIVE_COUNT", "women", any, to("women", "-5")),
                normalised(
                        "MONTH_FORMS",
                        "report_month",
                        any,
                        month -> month.substring(0, 4) + "年" + Integer.parseInt(month.substring(5)) + "月"),
                quarantined(
                        "ROW_RULE",
                        "women",
                        headcount(h -> h.headcount() > 0),
                        row -> row.set("women", row.get("headcount") + "9")),
                normalised("FULLWIDTH", "employer_code", any, Forms::fullWidth),
                RowDefect.unproven(headcount(h -> h.headcount() == 3), row -> employing(row, OddCodes.unproven())),
                quarantined("MONEY_TOO_EXACT", "payroll_fen", any, to("payroll_fen", "10000.125")),
                quarantined("COUNT_INVALID", "women", any, to("women", "若干")),
                normalised("INVISIBLE", "employer_code", any, Forms::invisible),
                quarantined("MISSING_REQUIRED", "payroll_fen", any, to("payroll_fen", "")));
    }

    /** The return of {@code employerCode}, whose members are many, shrinks to a single worker. */
    static RowDefect moreMembersThanWorkers(String employerCode) {
        Mark mark = new Mark("MEMBERS_GT_HEADCOUNT", Outcome.FLAGGED, "headcount");
        return RowDefect.replaced(mark, headcount(h -> h.employerCode().equals(employerCode)), row -> {
            HeadcountRow h = (HeadcountRow) row;
            return new HeadcountRow(
                    h.employerCode(), h.reportMonth(), 1, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, h.payrollFen());
        });
    }

    static List<RowDefect> unions() {
        return List.of(
                quarantined(
                        "USCC_UNION",
                        "employer_code",
                        union(u -> u.employerCode() != null),
                        to("employer_code", OddCodes.union())),
                normalised("DATE_FORMS", "founded_on", union(u -> true), Forms::day),
                quarantined(
                        "PATTERN",
                        "union_id",
                        union(u -> u.unionType().equals("1")),
                        inCell("union_id", id -> id.substring(0, 9))),
                flagged(
                        "USCC_NOT_UNION",
                        "union_credit_code",
                        union(u -> u.unionCreditCode() != null),
                        to("union_credit_code", OddCodes.unknown(2)),
                        row -> row),
                normalised("CODE_ALIAS", "union_type", union(u -> u.unionType().equals("2")), code -> "联合基层工会"));
    }

    static List<RowDefect> coveredUnits() {
        Predicate<FeedRow> any = row -> row instanceof CoveredUnitRow;
        return List.of(
                added(new Mark("ORPHAN", Outcome.SET_ASIDE, "union_id"), any, RegisterDefects::ofNoUnion),
                RowDefect.repeated(any),
                quarantined(
                        "USCC_CHECK_FAIL",
                        "employer_code",
                        any,
                        inCell("employer_code", code -> Forms.otherLast(code, '3', '4'))),
                normalised("DATE_FORMS", "covered_from", any, Forms::day),
                quarantined("DATE_2DIGIT_YEAR", "covered_from", any, to("covered_from", "19.1.5")));
    }

    private static Predicate<FeedRow> employer(Predicate<EmployerRow> suits) {
        return row -> row instanceof EmployerRow employer && suits.test(employer);
    }

    private static Predicate<FeedRow> headcount(Predicate<HeadcountRow> suits) {
        return row -> row instanceof HeadcountRow headcount && suits.test(headcount);
    }

    private static Predicate<FeedRow> union(Predicate<UnionRow> suits) {
        return row -> row instanceof UnionRow union && suits.test(union);
    }

    private static FeedRow withoutOwnership(FeedRow row) {
        return row instanceof EmployerRow e
                ? new EmployerRow(
                        e.creditCode(),
                        e.employerName(),
                        e.unitType(),
                        e.streetCode(),
                        e.industryScheme(),
                        e.industryCode(),
                        e.ownershipScheme(),
                        "998",
                        null,
                        e.controlCode(),
                        e.openedOn(),
                        e.closedOn(),
                        e.statusCode(),
                        e.revenueFen(),
                        e.assetsFen(),
                        e.predecessorCode(),
                        e.succeededOn(),
                        e.updatedOn())
                : row;
    }

    /** Three workers at the employer of {@code code}. */
    private static FeedRow employing(FeedRow row, String code) {
        return row instanceof HeadcountRow h
                ? new HeadcountRow(code, h.reportMonth(), 3, 1, 3, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1_200_000)
                : row;
    }

    private static FeedRow ofNoUnion(FeedRow row) {
        return row instanceof CoveredUnitRow c
                ? new CoveredUnitRow(
                        "GH9999999999",
                        c.unionName(),
                        c.employerCode(),
                        c.employerName(),
                        c.coveredFrom(),
                        c.coveredTo())
                : row;
    }
}
