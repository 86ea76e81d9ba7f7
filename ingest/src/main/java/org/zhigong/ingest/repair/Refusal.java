package org.zhigong.ingest.repair;

import org.zhigong.warehouse.DataException;

/** Says no to a workbook, in both languages. No message holds what was typed. */
final class Refusal {

    private Refusal() {}

    static DataException of(String zh, String en) {
        return new DataException(zh + " / " + en);
    }
}
