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
 * Ports that no other test JVM gives away: between the choice of a port and the service that listens there are seconds. All are
 * below those that the system gives to whoever connects somewhere.
 *
 * @param mark on the block's first port, for as long as the JVM lives
 */
record PortBlock(ServerSocket mark, AtomicInteger given) {

    private static final int FIRST = 20_000;
    private static final int BLOCKS = 120;
    private static final int SIZE = 100;

    private static final PortBlock OWN = claim();

    /** One that nobody listens at, and that was not given away lately. */
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
        } catch (IOException e) { // somebody has it
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
