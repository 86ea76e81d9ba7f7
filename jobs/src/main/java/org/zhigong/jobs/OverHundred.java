package org.zhigong.jobs;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.zhigong.marts.release.Manifest;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.ColumnType;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.Outputs;
import org.zhigong.warehouse.TableName;

/**
 * Why a rate may stand above 100 %. Its denominator counts the workers that headcount rows state; where such a row is
 * in quarantine, or states fewer workers than the employer has members, the members count all the same.
 */
final class OverHundred {

    private static final String FEED = "headcount";
    private static final String FLAG = "MEMBERS_GT_HEADCOUNT";
    private static final TableName ISSUES = new TableName("core", "row_issues");

    private final String month;
    private final long flagged;
    private final long quarantined;
    private final long rows;

    private OverHundred(String month, long flagged, long quarantined, long rows) {
        this.month = month;
        this.flagged = flagged;
        this.quarantined = quarantined;
        this.rows = rows;
    }

    /** What {@code batches} and the tables that {@code release} was computed from know of its closing month. */
    static OverHundred of(Engine engine, Home home, Manifest release, List<Batch> batches) {
        String month = release.closing().toString();
        List<Batch> headcounts = batches.stream()
                .filter(batch -> batch.feed().equals(FEED) && batch.period().equals(month))
                .toList();
        return new OverHundred(
                month,
                flagged(engine, issues(home, release)),
                headcounts.stream().mapToLong(Batch::quarantined).sum(),
                headcounts.stream().mapToLong(Batch::rowsRead).sum());
    }

    private static List<Path> issues(Home home, Manifest release) {
        return release.tables().stream()
                .filter(part -> part.table().equals(ISSUES.toString())
                        && part.period().equals(release.closing().toString()))
                .map(part -> home.output(ISSUES, part.fingerprint()).resolve(Outputs.PART))
                .toList();
    }

    private static long flagged(Engine engine, List<Path> issues) {
        engine.define(ISSUES, List.of(new Column("issue_code", ColumnType.VARCHAR)), issues);
        Map<String, Object> row = engine.query(
                        "select count(*) as n from %s where issue_code = '%s'".formatted(ISSUES, FLAG))
                .get(0);
        return row.get("n") instanceof Number number ? number.longValue() : 0;
    }

    /** One line for people beside the figure of {@code indicator}. */
    String sentence(String indicator) {
        return ("%s: 超过 100 %%，如实列出：%s 有 %d 个单位会员数超过所报职工数，headcount 的 %,d 行中有 %d 行被隔离"
                        + " / above 100 %%, shown as it is: in %2$s, %3$d employers report fewer workers than they have"
                        + " members, and %5$d of %4$,d rows of headcount are in quarantine")
                .formatted(indicator, month, flagged, rows, quarantined);
    }
}
