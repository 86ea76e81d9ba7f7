package org.zhigong.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Opens a release in an SQL prompt. */
@Command(
        name = "shell",
        description = "Ask a release in an SQL prompt, with history and completion; read-only. / 打开只读 SQL 提示符。")
final class ShellCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Zhigong zhigong;

    @Mixin
    private final HomeOption home = new HomeOption();

    @Mixin
    private final ReleaseOption release = new ReleaseOption();

    @Option(names = "--rows", paramLabel = "N", description = "How many rows of an answer; default 100. / 最多行数。")
    private long rows = 100;

    @Option(
            names = "--history",
            paramLabel = "FILE",
            description = "Where statements are remembered; default ~/.zhigong/shell-history. / 历史文件。")
    private @Nullable Path history;

    @Override
    public Integer call() {
        Question.requireRows(rows);
        try (OpenRelease opened = release.open(home.applied(zhigong.settings));
                Terminal terminal = terminal()) {
            new Shell(opened, terminal, historyFile(), rows).run();
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException("terminal", e);
        }
    }

    private Path historyFile() {
        return history == null ? Path.of(System.getProperty("user.home", "."), ".zhigong", "shell-history") : history;
    }

    /** The terminal of this process; a pipe is one that can only read lines. */
    private static Terminal terminal() throws IOException {
        return TerminalBuilder.builder()
                .name("zhigong")
                .system(true)
                .encoding(StandardCharsets.UTF_8)
                .jni(true)
                .exec(false)
                .dumb(true)
                .build();
    }
}
