package org.zhigong.marts.release;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhigong.transform.Label;
import org.zhigong.transform.Severity;
import org.zhigong.warehouse.StoredOutput;

/** What the checks of models found in the outputs that a release is computed from. */
public final class ModelChecks {

    private static final Label REPAIR = new Label(
            "请由责任方核对所列记录；数据有误的，更正后重新报送",
            "Let the owner look into the rows named; where the data are wrong, deliver them again corrected");

    private ModelChecks() {}

    /** One result for each check that holds everywhere, and one for each month in which it does not. */
    public static List<CheckResult> of(Collection<StoredOutput> outputs) {
        List<CheckResult> failed = new ArrayList<>();
        SortedMap<String, CheckResult> held = new TreeMap<>();
        for (StoredOutput output : outputs) {
            for (StoredOutput.Checked checked : output.checks()) {
                if (checked.failures() > 0) {
                    failed.add(result(checked, output.table() + " " + output.period()));
                } else {
                    CheckResult fine = result(checked, output.table());
                    held.putIfAbsent(fine.key(), fine);
                }
            }
        }
        for (CheckResult result : failed) {
            held.remove(result.name() + " @ "
                    + result.where().substring(0, result.where().indexOf(' ')));
        }
        List<CheckResult> all = new ArrayList<>(failed);
        all.addAll(held.values());
        return all;
    }

    private static CheckResult result(StoredOutput.Checked checked, String where) {
        return new CheckResult(
                checked.check(),
                where,
                checked.owner(),
                Severity.STOP.word().equals(checked.severity()) ? Severity.STOP : Severity.ALERT,
                checked.failures(),
                checked.sample(),
                new Label("每行满足：" + checked.check(), "Every row meets: " + checked.check()),
                REPAIR);
    }
}
