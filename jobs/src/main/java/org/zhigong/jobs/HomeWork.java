package org.zhigong.jobs;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.zhigong.warehouse.HomeGuard;
import org.zhigong.warehouse.HomeLock;

/** What commands that write to a home have in common. */
final class HomeWork {

    private HomeWork() {}

    /** Takes the lock of the home for {@code command}. */
    static HomeLock lock(Settings settings, Console console, String command) {
        HomeLock.Holder holder = HomeLock.Holder.here(command, console.clock().instant(), host());
        return HomeGuard.forWriting(settings.home(), holder);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "this host";
        }
    }
}
