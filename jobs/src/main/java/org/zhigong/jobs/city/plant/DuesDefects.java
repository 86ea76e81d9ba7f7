package org.zhigong.jobs.city.plant;

import static org.zhigong.jobs.city.plant.RowDefect.inCell;
import static org.zhigong.jobs.city.plant.RowDefect.normalised;
import static org.zhigong.jobs.city.plant.RowDefect.quarantined;
import static org.zhigong.jobs.city.plant.RowDefect.to;

import java.util.List;
import java.util.function.Predicate;
import org.zhigong.jobs.city.feed.DuesRow;
import org.zhigong.jobs.city.feed.FeedRow;
import org.zhigong.jobs.city.feed.PersonDocument;

/** What can be wrong with payments of dues. */
final class DuesDefects {

    private DuesDefects() {}

    static List<RowDefect> all() {
        Predicate<FeedRow> any = row -> row instanceof DuesRow;
        Predicate<FeedRow> withId = row -> row instanceof DuesRow dues
                && PersonDocument.of(dues.personNumber()).docType().equals("ID");
        return List.of(
                normalised("DATE_FORMS", "paid_on", any, Forms::day),
                quarantined("END_BEFORE_START", "span_to", any, to("span_to", "2019-01")),
                normalised(
                        "MONTH_FORMS",
                        "span_from",
                        any,
                        month -> month.substring(0, 4) + "年" + month.substring(5) + "月"),
                quarantined("ROW_RULE", "amount_fen", any, to("amount_fen", "0.00")),
                RowDefect.repeated(any),
                quarantined("ID_CHECK_FAIL", "doc_no", withId, inCell("doc_no", no -> Forms.otherLast(no, '3', '4'))),
                quarantined("MISSING_REQUIRED", "span_to", any, to("span_to", "")));
    }
}
