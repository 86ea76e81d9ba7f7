package org.zhigong.jobs;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names a release to look at; without it, the current one. */
final class ReleaseOption {

    @Option(
            names = "--release",
            paramLabel = "ID",
            description = "Look at this release instead of the current one. / 指定发布，默认当前发布。")
    private @Nullable String id;

    OpenRelease open(Settings settings) {
        return id == null ? OpenRelease.current(settings) : OpenRelease.of(settings, id);
    }
}
