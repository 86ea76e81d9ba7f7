package org.zhigong.ingest.read;

import org.zhigong.warehouse.Batch;

/** Why a whole file is refused: a reason code, and a sentence that never holds anything of the file's cells. */
record Rejection(String code, Batch.Message message) {

    static Rejection of(String code, String zh, String en) {
        return new Rejection(code, new Batch.Message(zh, en));
    }
}
