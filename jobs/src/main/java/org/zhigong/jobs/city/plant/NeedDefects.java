package org.zhigong.jobs.city.plant;

import static org.zhigong.jobs.city.plant.RowDefect.flagged;
import static org.zhigong.jobs.city.plant.RowDefect.inCell;
import static org.zhigong.jobs.city.plant.RowDefect.normalised;
import static org.zhigong.jobs.city.plant.RowDefect.quarantined;
import static org.zhigong.jobs.city.plant.RowDefect.replaced;
import static org.zhigong.jobs.city.plant.RowDefect.to;

import java.time.YearMonth;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.city.feed.FeedRow;
import org.zhigong.jobs.city.feed.PersonDocument;
import org.zhigong.jobs.city.feed.PlantedDefect.Outcome;
import org.zhigong.jobs.city.feed.RequestRow;
import org.zhigong.jobs.city.feed.ServiceRow;

/** What can be wrong with requests and services. */
final class NeedDefects {

    /** A phone number that was never given out, and nobody's card. */
    private static final String IN_TEXT = "联系电话15400001234 卡号0000000000000000000";

    private NeedDefects() {}

    /** @param period the month of the file; a build looks at the rows of months that it has, no earlier ones */
    static List<RowDefect> requests(YearMonth period) {
        Predicate<FeedRow> any = row -> row instanceof RequestRow;
        return List.of(
                normalised("PII_IN_TEXT", "content", any, text -> IN_TEXT),
                normalised("DATE_FORMS", "opened_on", any, NeedDefects::otherForm),
                flagged(
                        "CODE_UNKNOWN",
                        "need_class",
                        request(r -> r.needClass() != null),
                        to("need_class", "说不清"),
                        row -> row instanceof RequestRow r ? request(r, r.employerCode(), null) : row),
                replaced(
                        new Mark("USCC_UNKNOWN", Outcome.FLAGGED, "employer_code"),
                        request(r -> r.employerCode() != null
                                && r.closedAt() != null
                                && YearMonth.from(r.openedAt()).equals(period)),
                        row -> row instanceof RequestRow r ? request(r, OddCodes.unknown(3), r.needClass()) : row),
                normalised("CODE_ALIAS", "channel", request(r -> r.channel().equals("1")), code -> "12351热线"),
                RowDefect.repeated(any),
                normalised("MISSING_TOKEN", "closed_on", request(r -> r.closedAt() == null), none -> "未知"),
                quarantined("TIME_MISSING", "opened_on", any, inCell("opened_on", text -> text.substring(0, 10))),
                quarantined(
                        "END_BEFORE_START",
                        "closed_on",
                        request(r -> r.closedAt() != null),
                        row -> row.set("closed_on", row.get("opened_on").substring(0, 10) + " 00:01")),
                quarantined(
                        "ID_CHECK_FAIL",
                        "doc_no",
                        request(r -> isId(r.personNumber())),
                        inCell("doc_no", number -> Forms.otherLast(number, '3', '4'))),
                quarantined(
                        "TIME_IMPOSSIBLE",
                        "opened_on",
                        any,
                        inCell("opened_on", text -> text.substring(0, 10) + " 25:00")));
    }

    static List<RowDefect> services() {
        Predicate<FeedRow> any = row -> row instanceof ServiceRow;
        return List.of(
                normalised("DATE_FORMS", "delivered_on", any, Forms::day),
                normalised("DATE_SENTINEL", "hardship_to", service(s -> s.hardshipTo() == null), none -> "9999-12-31"),
                normalised(
                        "CODE_ALIAS",
                        "service_kind",
                        service(s -> s.serviceKind().equals("4")),
                        code -> "参保"),
                normalised("PII_IN_TEXT", "remark", any, text -> IN_TEXT),
                RowDefect.repeated(any),
                quarantined("MISSING_REQUIRED", "doc_no", any, to("doc_no", "")),
                quarantined(
                        "END_BEFORE_START",
                        "insured_to",
                        service(s -> s.insuredFrom() != null),
                        row -> row.set("insured_to", "2019-12-31")),
                quarantined("CODE_UNKNOWN", "service_class", any, to("service_class", "说不清")),
                quarantined("MONEY_INVALID", "amount_fen", any, to("amount_fen", "若干")));
    }

    private static Predicate<FeedRow> request(Predicate<RequestRow> suits) {
        return row -> row instanceof RequestRow request && suits.test(request);
    }

    private static Predicate<FeedRow> service(Predicate<ServiceRow> suits) {
        return row -> row instanceof ServiceRow service && suits.test(service);
    }

    private static boolean isId(@Nullable Long person) {
        return person != null && PersonDocument.of(person).docType().equals("ID");
    }

    private static String otherForm(String minute) {
        return minute.replace('-', '/');
    }

    private static RequestRow request(RequestRow r, @Nullable String employerCode, @Nullable String needClass) {
        return new RequestRow(
                r.requestId(),
                r.channel(),
                r.personNumber(),
                employerCode,
                r.unionId(),
                needClass,
                r.openedAt(),
                r.closedAt());
    }
}
