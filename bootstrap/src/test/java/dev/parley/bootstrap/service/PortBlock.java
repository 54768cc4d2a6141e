package dev.parley.bootstrap.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Ports that no other test JVM uses: seconds pass between the choice of a port and the service that listens there. All
 * are below the ephemeral ports of the system.
 *
 * @param mark a socket on the block's first port, held for the lifetime of the JVM
 */
record PortBlock(ServerSocket mark, AtomicInteger given) {

    private static final int FIRST = 20_000;
    private static final int BLOCKS = 120;
    private static final int SIZE = 100;

    private static final PortBlock OWN = claim();

    /** A port that is free and was not returned recently. */
    static int next() {
        return Stream.generate(OWN::following)
                .limit(SIZE)
                .filter(port -> listen(port).map(PortBlock::close).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private int following() {
        return mark.getLocalPort() + 1 + given.getAndIncrement() % (SIZE - 1);
    }

    private static PortBlock claim() {
        int start = ThreadLocalRandom.current().nextInt(BLOCKS);
        return Stream.iterate(start, block -> block + 1)
                .limit(BLOCKS)
                .flatMap(block -> listen(FIRST + block % BLOCKS * SIZE).stream())
                .map(mark -> new PortBlock(mark, new AtomicInteger()))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<ServerSocket> listen(int port) {
        try {
            return Optional.of(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
        } catch (IOException e) { // in use
            return Optional.empty();
        }
    }

    private static ServerSocket close(ServerSocket socket) {
        try {
            socket.close();
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
