package org.zhigong.jobs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhigong.ingest.Arrival;
import org.zhigong.ingest.FileReport;
import org.zhigong.ingest.Ingest;
import org.zhigong.ingest.Inspection;
import org.zhigong.ingest.contract.Contracts;
import org.zhigong.ingest.inspect.InspectionWorkbook;
import org.zhigong.ingest.read.RowFinding;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.Json;
import org.zhigong.warehouse.SetupException;
import org.zhigong.warehouse.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Judges a file without a home. */
@Command(name = "check", description = "The verdict that ingest would give, without a home. / 预检文件。")
final class CheckCommand implements Callable<Integer> {

    /** More findings than anybody works through; the counts are of all. */
    private static final int MOST_FINDINGS = 100_000;

    private static final int MOST_ON_SCREEN = 50;

    /** How the answer is shown. */
    enum Format {
        TABLE,
        JSON,
        XLSX
    }

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Zhigong zhigong;

    @Option(names = "--feed", paramLabel = "F", description = "The feed; else its name or header says so. / 报表。")
    private @Nullable String feed;

    @Option(names = "--received", paramLabel = "DATE", description = "The delivery date, if undeclared. / 报送日期。")
    private @Nullable String received;

    @Option(
            names = "--format",
            paramLabel = "table|json|xlsx",
            description = "table (default), json, or xlsx: a workbook to work through, with --to. / 输出格式。")
    private Format format = Format.TABLE;

    @Option(names = "--json", description = "The same as --format json. / 输出 JSON。")
    private boolean isJson;

    @Option(names = "--to", paramLabel = "FILE", description = "Write the answer to a file. / 写入文件。")
    private @Nullable Path target;

    @Parameters(paramLabel = "FILE", description = "The file. / 文件。")
    private Path file = Path.of(".");

    @Override
    public Integer call() {
        if (format == Format.XLSX && target == null) {
            throw new SetupException("A workbook needs a place: add --to FILE.xlsx / 请用 --to 指定工作簿文件。");
        }
        Settings settings = zhigong.settings;
        Path scratch = Path.of(System.getProperty("java.io.tmpdir", "."));
        Contracts contracts = new Content(settings.content()).contracts();
        Arrival arrival = new Arrival(
                        file,
                        Optional.ofNullable(feed)
                                .map(name -> contracts.contract(name).feed()),
                        Optional.ofNullable(received).map(text -> CloseOptions.day("--received", text)))
                .required();
        try (Ingest ingest = Ingest.forChecking(contracts, settings.engine(scratch))) {
            List<Inspection> inspections = ingest.inspectAll(arrival, MOST_FINDINGS);
            answer(inspections, contracts);
            return inspections.stream()
                            .anyMatch(inspection -> inspection.report().verdict() == Verdict.REJECTED)
                    ? 1
                    : 0;
        }
    }

    private void answer(List<Inspection> inspections, Contracts contracts) {
        switch (isJson ? Format.JSON : format) {
            case TABLE -> text(inspections.stream().map(this::table).collect(Collectors.joining("\n")), inspections);
            case JSON ->
                text(
                        Json.pretty(inspections.size() == 1 ? inspections.get(0) : Map.of("files", inspections)),
                        inspections);
            case XLSX -> write(workbook(inspections, contracts), inspections);
        }
    }

    private void text(String text, List<Inspection> inspections) {
        if (target == null) {
            zhigong.console.answer(text);
        } else {
            write(text.getBytes(StandardCharsets.UTF_8), inspections);
        }
    }

    private void write(byte[] bytes, List<Inspection> inspections) {
        Path written = Objects.requireNonNull(target);
        try (OutputStream out = Files.newOutputStream(written)) {
            out.write(bytes);
        } catch (IOException e) {
            throw AtomicFiles.failed("write", written, e);
        }
        for (Inspection inspection : inspections) {
            FileReport report = inspection.report();
            zhigong.console.progress(
                    "%s: %s → %s".formatted(report.file(), IngestCommand.word(report.verdict()), written));
        }
    }

    private byte[] workbook(List<Inspection> inspections, Contracts contracts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            InspectionWorkbook.write(inspections, contracts.codeLists(), bytes);
        } catch (IOException e) {
            throw AtomicFiles.failed("write a workbook on", file, e);
        }
        return bytes.toByteArray();
    }

    private String table(Inspection inspection) {
        FileReport report = inspection.report();
        StringBuilder text = new StringBuilder(IngestCommand.table(List.of(report)));
        report.messages().forEach(message -> text.append("\n%s / %s%n".formatted(message.zh(), message.en())));
        TextTable reasons = new TextTable(List.of("reason", "rows"));
        report.reasons().forEach((code, rows) -> reasons.row(List.of(code, rows)));
        text.append('\n').append(reasons.render());
        if (!inspection.findings().isEmpty()) {
            text.append('\n').append(findings(inspection.findings()));
        }
        return text.toString();
    }

    private String findings(List<RowFinding> findings) {
        TextTable table = new TextTable(List.of("row", "column_zh", "column", "reason_zh", "reason", "value"));
        List<RowFinding> shown =
                target == null && findings.size() > MOST_ON_SCREEN ? findings.subList(0, MOST_ON_SCREEN) : findings;
        for (RowFinding finding : shown) {
            String sheet = finding.sheet().isEmpty() ? "" : finding.sheet() + "!";
            table.row(List.of(
                    sheet + finding.letters() + finding.line(),
                    finding.columnZh(),
                    finding.column(),
                    finding.reasonZh(),
                    finding.reason(),
                    finding.value()));
        }
        String more = shown.size() == findings.size()
                ? ""
                : "… %d more; --format xlsx --to FILE.xlsx writes all%n".formatted(findings.size() - shown.size());
        return table.render() + more;
    }
}
