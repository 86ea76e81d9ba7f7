package org.zhigong.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.briefing.Briefing;
import org.zhigong.jobs.briefing.ChineseFont;
import org.zhigong.jobs.briefing.Language;
import org.zhigong.marts.release.ReleaseTitle;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.SetupException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Says where the briefing of a release is, or writes one. */
@Command(
        name = "briefing",
        description = "The briefing of a release: where it is, or written as a web page or PDF. / 月度简报。")
final class BriefingCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Zhigong zhigong;

    @Mixin
    private final HomeOption home = new HomeOption();

    @Mixin
    private final ReleaseOption which = new ReleaseOption();

    @Option(names = "--to", paramLabel = "FILE.html|pdf", description = "Write it here. / 导出文件。")
    private @Nullable Path target;

    @Option(
            names = "--language",
            paramLabel = "zh|en",
            description = "The language of a PDF, or the one that a web page opens in: zh (default) or en. / 语言。")
    private String language = "zh";

    @Option(names = "--font", paramLabel = "FILE.ttf", description = "The Chinese font of a PDF. / PDF 的中文字体。")
    private @Nullable Path font;

    @Override
    public Integer call() {
        Settings settings = home.applied(zhigong.settings);
        Language chosen = Language.of(language);
        if (target != null) {
            NewFile.require(target, suffix(target), settings.home());
        }
        try (OpenRelease release = which.open(settings)) {
            Path file = target == null ? release.handout(Briefing.FILE) : written(settings, release, target, chosen);
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("release", release.id());
            line.put("file", file.toString());
            zhigong.console.lastLine(line);
        }
        return 0;
    }

    private static String suffix(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".html") && !name.endsWith(".pdf")) {
            throw new SetupException("Invalid --to %s: expected a name that ends in .html or .pdf".formatted(file));
        }
        return name.substring(name.lastIndexOf('.'));
    }

    private Path written(Settings settings, OpenRelease release, Path file, Language chosen) {
        boolean isPdf = suffix(file).equals(".pdf");
        Optional<ChineseFont> chinese =
                isPdf ? Optional.of(ChineseFont.find(Optional.ofNullable(font))) : Optional.empty();
        Briefing briefing = new Briefing(
                release.engine(), ReleaseTitle.of(release.manifest()), new Content(settings.content()).briefing());
        NewFile.write(file, beside -> {
            if (chinese.isPresent()) {
                briefing.pdf(chosen, chinese.get(), beside);
            } else {
                page(briefing.html(chosen), beside);
            }
        });
        return file;
    }

    private static void page(String html, Path file) {
        try {
            Files.writeString(file, html);
        } catch (IOException e) {
            throw AtomicFiles.failed("write", file, e);
        }
    }
}
