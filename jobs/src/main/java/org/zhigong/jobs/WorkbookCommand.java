package org.zhigong.jobs;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.workbook.Workbook;
import org.zhigong.marts.release.ReleaseTitle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Says where the workbook of a release is, or writes one. */
@Command(
        name = "workbook",
        description = "The figures of a release as a workbook: where it is, or written to a new file. / 指标工作簿。")
final class WorkbookCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Zhigong zhigong;

    @Mixin
    private final HomeOption home = new HomeOption();

    @Mixin
    private final ReleaseOption which = new ReleaseOption();

    @Option(names = "--to", paramLabel = "FILE.xlsx", description = "Write it here. / 导出文件。")
    private @Nullable Path target;

    @Override
    public Integer call() {
        Settings settings = home.applied(zhigong.settings);
        if (target != null) {
            NewFile.require(target, ".xlsx", settings.home());
        }
        try (OpenRelease release = which.open(settings)) {
            Path file = target == null ? release.handout(Workbook.FILE) : written(release, target);
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("release", release.id());
            line.put("file", file.toString());
            zhigong.console.lastLine(line);
        }
        return 0;
    }

    private static Path written(OpenRelease release, Path file) {
        NewFile.write(file, beside -> Workbook.write(release.engine(), ReleaseTitle.of(release.manifest()), beside));
        return file;
    }
}
