package org.zhigong.jobs.city.truth;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.zhigong.jobs.city.feed.AgreementRow;
import org.zhigong.jobs.city.feed.CoveredUnitRow;
import org.zhigong.jobs.city.feed.DuesRow;
import org.zhigong.jobs.city.feed.EmployerRow;
import org.zhigong.jobs.city.feed.EventRow;
import org.zhigong.jobs.city.feed.HeadcountRow;
import org.zhigong.jobs.city.feed.MemberRow;
import org.zhigong.jobs.city.feed.ReceiptRow;
import org.zhigong.jobs.city.feed.ScopeRow;
import org.zhigong.jobs.city.feed.UnionRow;

/**
 * The rows of every feed that stand at the end of a month.
 *
 * @param headcounts by the code that the row names, which may be an old one
 * @param events of each agreement, of this month and all before
 * @param receipts for the payroll of this month
 * @param dues for a span with this month
 */
record MonthRows(
        YearMonth month,
        Collection<EmployerRow> employers,
        Collection<Sighting<HeadcountRow>> headcounts,
        Map<String, UnionRow> unions,
        Collection<CoveredUnitRow> coveredUnits,
        Collection<Sighting<MemberRow>> members,
        Collection<AgreementRow> agreements,
        Map<String, List<ScopeRow>> scopes,
        Map<String, List<EventRow>> events,
        Collection<ReceiptRow> receipts,
        Collection<DuesRow> dues) {

    /** The day that the month's figures are about. */
    LocalDate asOf() {
        return month.atEndOfMonth();
    }
}
