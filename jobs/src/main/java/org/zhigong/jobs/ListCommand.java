package org.zhigong.jobs;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zhigong.marts.lists.ListRequest;
import org.zhigong.marts.lists.ListRequest.Wish;
import org.zhigong.marts.lists.ListRows;
import org.zhigong.marts.lists.WorkingList;
import org.zhigong.marts.lists.WorkingLists;
import org.zhigong.marts.release.CurrentRelease;
import org.zhigong.warehouse.AccessLog;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineProvider;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.HomeGuard;
import org.zhigong.warehouse.Scratch;
import org.zhigong.warehouse.SetupException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Gives out a working list to somebody with a role and a purpose, and keeps that it did. */
@Command(
        name = "list",
        description = "Working lists of employers, by role and purpose; without a name, which there are. / 工作清单。")
final class ListCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Zhigong zhigong;

    @Mixin
    private final HomeOption home = new HomeOption();

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "Which list. / 清单。")
    private @Nullable String name;

    @Option(names = "--role", paramLabel = "R", description = "In which capacity. / 角色。")
    private @Nullable String role;

    @Option(names = "--unit", paramLabel = "U", description = "Employers of this reporting unit. / 填报单位。")
    private @Nullable String unit;

    @Option(names = "--days", paramLabel = "N", description = "How far to look ahead, where a list does. / 天数。")
    private @Nullable Long days;

    @Option(names = "--purpose", paramLabel = "TEXT", description = "What for; it is kept. / 用途。")
    private @Nullable String purpose;

    @Option(names = "--by", paramLabel = "NAME", description = "Who asks; it is kept. / 申请人。")
    private @Nullable String by;

    @Option(names = "--to", paramLabel = "FILE.xlsx|csv", description = "The new file. / 导出文件。")
    private @Nullable Path target;

    @Override
    public Integer call() {
        Settings settings = home.applied(zhigong.settings);
        Content content = new Content(settings.content());
        WorkingLists lists = content.lists();
        if (name == null) {
            show(lists);
            return 0;
        }
        ListRequest request = ListRequest.of(lists.list(name), wish(), content.roles(), content.reportingUnits());
        Path file = required(target, "--to FILE.xlsx|csv");
        NewFile.require(file, ListFile.suffix(file), settings.home());
        Home opened = HomeGuard.forReading(settings.home());
        CurrentRelease release = CurrentRelease.open(opened);
        give(settings, content, opened, release, request, file);
        return 0;
    }

    private void give(
            Settings settings, Content content, Home opened, CurrentRelease release, ListRequest request, Path file) {
        try (Engine engine = EngineProvider.named("duckdb").open(settings.engine(Scratch.local(opened)))) {
            List<Map<String, Object>> rows = new ListRows(
                            engine,
                            opened,
                            release,
                            content.codes().tables(Content.parameters(content.codes(), opened)))
                    .of(request);
            ListFile.of(request, release, rows).write(file, () -> log(opened, release, request, rows.size()));
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("list", request.list().name());
            line.put("release", release.id());
            line.put("unit", request.unit().orElse("all"));
            line.put("rows", rows.size());
            line.put("file", file.toString());
            zhigong.console.lastLine(line);
        }
    }

    private void log(Home opened, CurrentRelease release, ListRequest request, long rows) {
        AccessLog.append(
                opened,
                new AccessLog.Access(
                        zhigong.console.clock().instant(),
                        request.by(),
                        request.role().name(),
                        request.list().name(),
                        request.unit(),
                        request.days(),
                        request.purpose(),
                        release.id(),
                        rows));
    }

    private Wish wish() {
        return new Wish(
                required(role, "--role R"),
                Optional.ofNullable(unit),
                days == null ? OptionalLong.empty() : OptionalLong.of(days),
                required(by, "--by NAME"),
                required(purpose, "--purpose TEXT"));
    }

    private static <T> T required(@Nullable T value, String option) {
        if (value == null) {
            throw new SetupException(
                    "Cannot give out a working list without %s: who gets which list, and for what, is kept"
                            .formatted(option));
        }
        return value;
    }

    private void show(WorkingLists lists) {
        TextTable table = new TextTable(List.of("list", "清单", "what", "用途", "roles", "days"));
        for (WorkingList list : lists.all()) {
            table.row(List.of(
                    list.name(),
                    list.model().name().zh(),
                    list.model().name().en(),
                    list.purpose().zh(),
                    String.join(" ", list.roles()),
                    list.days()
                            .map(each -> String.format(Locale.ROOT, "%d–%d", each.least(), each.most()))
                            .orElse("")));
        }
        zhigong.console.answer(table.render());
    }
}
