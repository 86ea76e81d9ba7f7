package org.zhigong.jobs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhigong.ingest.codes.CodeLists;
import org.zhigong.ingest.contract.Contracts;
import org.zhigong.marts.CellTable;
import org.zhigong.marts.FiguresResult;
import org.zhigong.marts.Indicators;
import org.zhigong.marts.ProtectionRules;
import org.zhigong.marts.dictionary.DictionaryContent;
import org.zhigong.marts.dictionary.DictionarySite;
import org.zhigong.marts.release.Attachment;
import org.zhigong.marts.release.BatchChecks;
import org.zhigong.marts.release.CheckResult;
import org.zhigong.marts.release.Dictionary;
import org.zhigong.marts.release.DictionaryAudit;
import org.zhigong.marts.release.DisclosureAudit;
import org.zhigong.marts.release.Identity;
import org.zhigong.marts.release.JudgedBefore;
import org.zhigong.marts.release.Manifest;
import org.zhigong.marts.release.ModelChecks;
import org.zhigong.marts.release.ReleaseContent;
import org.zhigong.marts.release.ReleasedTable;
import org.zhigong.transform.Model;
import org.zhigong.transform.Models;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.StoredOutput;
import org.zhigong.warehouse.TableName;

/** Gathers what goes into a release besides its figures: dictionary, checks, and the books of what it was made from. */
final class ReleaseBook {

    private static final TableName UNJUDGED = new TableName("candidate", "unjudged_figures");
    private static final TableName BATCH_USAGE = new TableName("core", "batch_usage");
    private static final TableName EARLIER_USAGE = new TableName("core", "earlier_batch_usage");
    private static final TableName USAGE = new TableName("candidate", "batch_usage");

    private final Home home;
    private final Content content;
    private final Contracts contracts;
    private final Models models;
    private final Indicators indicators;
    private final CodeLists codes;

    ReleaseBook(
            Home home, Content content, Contracts contracts, Models models, Indicators indicators, CodeLists codes) {
        this.home = home;
        this.content = content;
        this.contracts = contracts;
        this.models = models;
        this.indicators = indicators;
        this.codes = codes;
    }

    /** Everything that is written into the release. */
    ReleaseContent content(MonthClose.Built built) {
        return new ReleaseContent(
                built.figures().figures(home),
                CellTable.FIGURE_COLUMNS,
                dictionary(),
                monthly(built),
                models.all(Model.Cadence.PER_RELEASE));
    }

    private List<ReleasedTable> dictionary() {
        return DictionaryOf.content(
                        content,
                        Content.all(contracts),
                        models,
                        indicators,
                        codes,
                        contracts.calendar(),
                        Content.parameters(codes, home))
                .tables(CellTable.FIGURE_COLUMNS);
    }

    /** What the release carries besides its tables; these are defined in {@code engine}. */
    List<Attachment> attachments(MonthClose.Built built, Engine engine) {
        return List.of(
                DictionarySite.of(home, () -> new DictionaryContent(dictionary(), models.all(), Dictionary.titles())));
    }

    private Map<Model, List<Path>> monthly(MonthClose.Built built) {
        Map<Model, List<Path>> monthly = new LinkedHashMap<>();
        models.all().stream()
                .filter(Model::isReleasedByMonth)
                .forEach(model -> monthly.put(model, built.tables().files(home, model.table())));
        return monthly;
    }

    /** Every check that the gate has to judge; the candidate's tables are defined in {@code engine}. */
    List<CheckResult> checks(MonthClose.Built built, ProtectionRules protection, Engine engine) {
        List<CheckResult> checks = new ArrayList<>(ModelChecks.of(outputs(built)));
        checks.add(BatchChecks.reconciled(built.inputs().batches()));
        List<String> usage = new ArrayList<>();
        for (TableName table : List.of(BATCH_USAGE, EARLIER_USAGE)) {
            engine.define(
                    table, models.model(table).plainColumns(), built.tables().files(home, table));
            usage.add("select feed, batch_id, accepted, used, set_aside from " + table);
        }
        engine.define(USAGE, String.join(" union all ", usage));
        checks.add(BatchChecks.used(
                engine, USAGE, built.holds().live(), built.inputs().closing()));
        List<FiguresResult.Partition> unjudged = unjudged(built);
        List<Path> cells = unjudged.stream()
                .flatMap(partition -> partition.cells().stream())
                .map(output -> output.file(home))
                .distinct()
                .sorted()
                .toList();
        engine.define(CellTable.CELLS, CellTable.CELL_COLUMNS, cells);
        engine.define(UNJUDGED, unjudgedSql(unjudged));
        for (Identity identity : content.identities()) {
            checks.add(identity.check(engine, CellTable.CELLS));
        }
        checks.addAll(new DisclosureAudit(protection.minPersons(), protection.minEmployers()).check(engine, UNJUDGED));
        checks.addAll(DisclosureAudit.judgeAgain(engine, CellTable.CELLS, UNJUDGED, protection));
        checks.add(DisclosureAudit.unique(engine, UNJUDGED));
        checks.addAll(DictionaryAudit.check(engine));
        return checks;
    }

    /** The periods of which something is not as in the current release, or was judged by other rules there. */
    private List<FiguresResult.Partition> unjudged(MonthClose.Built built) {
        JudgedBefore before = JudgedBefore.of(home, built.inputs());
        return built.figures().partitions().stream()
                .filter(partition -> !before.hold(partition.outputs()))
                .toList();
    }

    private static String unjudgedSql(List<FiguresResult.Partition> unjudged) {
        String which = unjudged.stream().map(FiguresResult.Partition::rows).collect(Collectors.joining(" or "));
        return "select * from %s where %s".formatted(CellTable.FIGURES, which.isEmpty() ? "false" : which);
    }

    /** Every output that the release was computed from. */
    List<Manifest.Partition> partitions(MonthClose.Built built) {
        List<StoredOutput> all = new ArrayList<>(outputs(built));
        for (FiguresResult.Partition partition : built.figures().partitions()) {
            all.addAll(partition.outputs());
        }
        return all.stream().map(Manifest.Partition::of).distinct().toList();
    }

    private static List<StoredOutput> outputs(MonthClose.Built built) {
        List<StoredOutput> outputs = new ArrayList<>();
        built.tables().outputs().values().forEach(months -> outputs.addAll(months.values()));
        return outputs;
    }
}
