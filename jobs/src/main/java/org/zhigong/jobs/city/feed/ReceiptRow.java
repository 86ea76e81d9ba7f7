package org.zhigong.jobs.city.feed;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * One line of a receipt.
 *
 * @param channel 1 tax, 2 fiscal, 3 own
 * @param kind 1 fund, 2 preparatory fund, 3 dues, 4 late fee, 5 refund
 * @param amountFen negative for a refund
 */
public record ReceiptRow(
        String receiptNo,
        long lineNo,
        String channel,
        String kind,
        String employerCode,
        @Nullable String unionId,
        YearMonth payrollMonth,
        LocalDate receivedOn,
        long amountFen)
        implements FeedRow {

    /** The same of another payer. */
    public ReceiptRow paidBy(String code) {
        return new ReceiptRow(receiptNo, lineNo, channel, kind, code, unionId, payrollMonth, receivedOn, amountFen);
    }
}
