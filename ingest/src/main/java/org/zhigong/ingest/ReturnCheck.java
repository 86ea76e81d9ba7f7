package org.zhigong.ingest;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhigong.ingest.repair.RepairWorkbook.Returning;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.DataException;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.HomeGuard;

/** Whether a workbook that came back is one of this home, and of batches that still stand. */
final class ReturnCheck {

    private static final int HALF = 12;

    private final Home home;
    private final List<Batch> batches;
    private final Repairs.Surroundings known;

    ReturnCheck(Home home, List<Batch> batches, Repairs.Surroundings known) {
        this.home = home;
        this.batches = batches;
        this.known = known;
    }

    /** The batches whose rows {@code returning} holds, by id. @throws DataException if they are not all here */
    Map<String, Batch> origins(Returning returning) {
        if (!returning.home().equals(HomeGuard.id(home))) {
            throw new DataException(
                    ("更正表出自另一个数据目录，不是 %1$s。请交回导出它的一方。 / The workbook was exported from another home than %1$s:"
                                    + " apply it there")
                            .formatted(home.root()));
        }
        if (!returning.release().equals("none") && !known.releases().contains(returning.release())) {
            throw new DataException(
                    ("更正表是按发布 %1$s 导出的，本数据目录没有该发布。请重新导出。 / The workbook was exported under release %1$s, which this"
                                    + " home never had. Export it again")
                            .formatted(returning.release()));
        }
        Map<String, Batch> origins = new LinkedHashMap<>();
        for (String id : returning.batches()) {
            origins.put(id, origin(id));
        }
        return origins;
    }

    private Batch origin(String id) {
        Optional<Batch> same =
                batches.stream().filter(batch -> batch.batchId().equals(id)).findFirst();
        if (same.isPresent()) {
            return same.get();
        }
        // The first half of an id is of the delivery, the second of the rules by which it was read.
        Optional<Batch> again = batches.stream()
                .filter(batch -> id.length() > HALF && batch.batchId().startsWith(id.substring(0, HALF)))
                .findFirst();
        throw again.map(batch -> older(batch.feed(), batch.file()))
                .orElseGet(() -> new DataException(
                        ("本数据目录没有批次 %1$s。请重新导出。 / This home has no batch %1$s, whose rows the workbook holds. Export it"
                                        + " again")
                                .formatted(id)));
    }

    static DataException older(String feed, String file) {
        return new DataException(("%1$s 的数据合同或代码表已更新，%2$s 的隔离行要按新规则重新判断。请先运行 zhigong ingest，再重新导出更正表。 / The contract of"
                        + " %1$s or its code lists are not those by which %2$s was read. Run 'zhigong ingest' first, then"
                        + " export the workbook again")
                .formatted(feed, file));
    }

    /** @throws DataException if nothing is left to be done */
    static void refuseNothing(String name, Collection<Batch> due, List<RepairReport.Superseded> superseded) {
        if (!due.isEmpty()) {
            return;
        }
        if (superseded.isEmpty()) {
            throw new DataException(
                    "%1$s 中没有填写任何更正。 / Nothing was corrected in %1$s: no cell for a correction or a decision is filled"
                            .formatted(name));
        }
        RepairReport.Superseded first = superseded.get(0);
        throw new DataException(
                ("%1$s 更正的文件都已重新报送（如 %2$s），更正不再需要。 / The files that %1$s corrects were delivered again meanwhile,"
                                + " such as %2$s: its corrections are not needed any more")
                        .formatted(name, first.file()));
    }
}
