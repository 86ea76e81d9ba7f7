package org.zhigong.spark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.zhigong.warehouse.SetupException;

/** Masters of standalone clusters, {@code spark://host:port[,host:port]}. */
final class Masters {

    private static final String SCHEME = "spark://";
    private static final int WAIT_MILLIS = 5000;

    private Masters() {}

    /** Spark itself would ask for a minute. @throws SetupException if no master of a standalone cluster answers */
    static void requireReachable(String master) {
        if (!master.startsWith(SCHEME)) {
            return;
        }
        List<String> troubles = new ArrayList<>();
        for (String address : master.substring(SCHEME.length()).split(",", -1)) {
            try (Socket socket = new Socket()) {
                URI uri = URI.create(SCHEME + address);
                socket.connect(new InetSocketAddress(String.valueOf(uri.getHost()), uri.getPort()), WAIT_MILLIS);
                return;
            } catch (IOException | IllegalArgumentException e) {
                troubles.add(String.valueOf(e.getMessage()));
            }
        }
        throw new SetupException(
                ("Cannot reach the Spark master %s: %s. Check the address in ZHIGONG_SPARK_MASTER (spark://host:7077)"
                                + " and that the master runs; without it Spark computes on this machine")
                        .formatted(master, String.join("; ", troubles)));
    }
}
