package org.zhigong.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Takes the lock of a home, says so, leaves something unfinished and waits to be killed. */
final class WriterInAnotherProcess {

    private WriterInAnotherProcess() {}

    public static void main(String[] args) throws IOException {
        HomeLock.Holder holder =
                HomeLock.Holder.here("zhigong build", Instant.parse("2025-04-03T06:00:00Z"), "elsewhere");
        try (HomeLock lock = HomeGuard.forWriting(Path.of(args[0]), holder)) {
            Files.writeString(Files.createDirectories(lock.scratch()).resolve("half"), "half");
            System.out.println("locked");
            System.in.read();
        }
    }
}
