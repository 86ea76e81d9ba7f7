package org.zhigong.jobs;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code zhigong}; its words are those of the scripts and DAGs that call it. */
@Command(
        name = "zhigong",
        mixinStandardHelpOptions = true,
        version = Zhigong.VERSION,
        description = "Worker-status and worker-needs warehouse of a trade-union federation. / 工会职工状况与需求数据仓库。",
        subcommands = {
            DemoCommand.class,
            GenerateCommand.class,
            RunCommand.class,
            IngestCommand.class,
            BuildCommand.class,
            PublishCommand.class,
            SignOffCommand.class,
            RollbackCommand.class,
            AcceptCommand.class,
            StatusCommand.class,
            ReleasesCommand.class,
            CleanCommand.class,
            CheckCommand.class,
            QuarantineCommand.class,
            RestatementsCommand.class,
            RepairCommand.class,
            ListCommand.class,
            QueryCommand.class,
            ShellCommand.class,
            FiguresCommand.class,
            WorkbookCommand.class,
            BriefingCommand.class,
            picocli.CommandLine.HelpCommand.class
        })
final class Zhigong implements Runnable {

    static final String VERSION = "zhigong 0.1.0";

    final Settings settings;
    final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private CommandSpec spec;

    Zhigong(Settings settings, Console console) {
        this.settings = settings;
        this.console = console;
    }

    @Override
    public void run() {
        console.answer(spec.commandLine().getUsageMessage());
    }
}
