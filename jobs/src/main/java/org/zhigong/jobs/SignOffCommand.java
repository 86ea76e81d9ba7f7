package org.zhigong.jobs;

import java.util.concurrent.Callable;
import org.zhigong.marts.release.Publication;
import org.zhigong.marts.release.Releases;
import org.zhigong.warehouse.HomeLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Signs a release off that waits for a named person. */
@Command(name = "sign-off", description = "Say by name that a release may become current. / 签发待签发的发布。")
final class SignOffCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Zhigong zhigong;

    @Mixin
    private final HomeOption home = new HomeOption();

    @Parameters(paramLabel = "RELEASE", description = "The release, as 'status' lists it. / 待签发的发布。")
    private String release = "";

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who signs; it is kept. / 签发人。")
    private String by = "";

    @Option(names = "--note", paramLabel = "TEXT", description = "Why final figures change. / 修订说明。")
    private String note = "";

    @Override
    public Integer call() {
        Settings settings = home.applied(zhigong.settings);
        try (HomeLock lock = HomeWork.lock(settings, zhigong.console, "sign-off")) {
            Publication publication = Releases.of(lock)
                    .signOff(release, by, note, zhigong.console.clock().instant());
            zhigong.console.progress(
                    publication.message().zh() + " / " + publication.message().en());
            zhigong.console.lastLine(PublishCommand.summary(publication));
            return 0;
        }
    }
}
