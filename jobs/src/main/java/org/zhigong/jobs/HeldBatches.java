package org.zhigong.jobs;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhigong.ingest.contract.Contract;
import org.zhigong.transform.HoldRelease;
import org.zhigong.transform.Holds;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Home;

/** Decides by the contracts which batches of a home wait for somebody's word. */
final class HeldBatches {

    private HeldBatches() {}

    static Holds of(Content content, Home home, List<Batch> batches) {
        Map<String, BigDecimal> shares = new TreeMap<>();
        for (Contract contract : Content.all(content.contracts())) {
            contract.maxVolumeJump().ifPresent(share -> shares.put(contract.feed(), BigDecimal.valueOf(share)));
        }
        return Holds.decide(batches, shares, batchId -> HoldRelease.find(home, batchId));
    }
}
