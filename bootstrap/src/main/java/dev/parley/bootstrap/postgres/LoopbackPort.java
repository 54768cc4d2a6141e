package dev.parley.bootstrap.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.OptionalInt;

/** Chooses the port of the server. */
final class LoopbackPort {

    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private LoopbackPort() {}

    /** The preferred port if it is free, otherwise one that the system chooses. */
    static int choose(OptionalInt preferred) throws IOException {
        if (preferred.isPresent() && isFree(preferred.getAsInt())) {
            return preferred.getAsInt();
        }
        try (ServerSocket probe = listen(0)) {
            return probe.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = listen(port)) {
            return probe.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getByAddress(LOOPBACK));
    }
}
