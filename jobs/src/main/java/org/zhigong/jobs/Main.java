package org.zhigong.jobs;

import com.sun.management.OperatingSystemMXBean;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine;

/** Where Zhigong starts: the one place that knows the environment, the clock and the terminal. */
public final class Main {

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = run(arguments, System.getenv(), Clock.systemUTC(), out, err);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /**
     * Runs one command. Answers go to {@code out}, progress and troubles to {@code err}.
     *
     * @return 0 done; 1 the data or the gate said no; 2 usage or environment; 99 nothing to do, where asked for
     */
    static int run(String[] arguments, Map<String, String> environment, Clock clock, PrintWriter out, PrintWriter err) {
        Failures failures = new Failures(err, environment.containsKey("ZHIGONG_DEBUG"));
        try {
            Settings settings = Settings.from(
                    environment,
                    Path.of(System.getProperty("user.home", ".")),
                    Runtime.getRuntime().availableProcessors(),
                    machineMib());
            Console console = new Console(out, err, environment.containsKey("ZHIGONG_TERMINAL"), clock);
            CommandLine line = new CommandLine(new Zhigong(settings, console));
            line.getSubcommands().values().forEach(sub -> sub.getCommandSpec().mixinStandardHelpOptions(true));
            line.setOut(out).setErr(err);
            line.setExecutionExceptionHandler((e, command, parsed) -> failures.report(e));
            line.setCaseInsensitiveEnumValuesAllowed(true);
            return line.execute(arguments);
        } catch (RuntimeException e) {
            return failures.report(e);
        }
    }

    private static long machineMib() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return system.getTotalMemorySize() >> 20;
    }
}
