package org.zhigong.jobs;

import org.jspecify.annotations.Nullable;
import org.zhigong.warehouse.Store;
import picocli.CommandLine.Option;

/** The option that names a home; without it, {@code ZHIGONG_HOME}, else {@code zhigong-home}. */
final class HomeOption {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "The folder of all that is kept. / 数据目录。 Default: ZHIGONG_HOME, else ./zhigong-home")
    private @Nullable String home;

    Settings applied(Settings settings) {
        return home == null ? settings : settings.withHome(Store.find(home));
    }
}
