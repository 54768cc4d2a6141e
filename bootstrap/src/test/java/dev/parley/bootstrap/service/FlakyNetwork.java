package dev.parley.bootstrap.service;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An unreliable network: connects to a random node and breaks the connection after a random number of bytes, in a
 * random way. After a given number of breaks, connections hold.
 */
final class FlakyNetwork implements NetworkRoute, AutoCloseable {

    /** About the size of a stream's first events. */
    private static final int BEGINNING = 800;

    /** How a connection ends. */
    private enum Break {
        CLIENT_LEAVES,
        LINE_IS_CUT,
        /** The node is not notified and continues to send. */
        LINE_FALLS_SILENT
    }

    private final Random random;
    private final int mostBytes;
    private final List<URI> nodes;
    private final AtomicInteger left;
    private final Deque<TcpProxy> lines = new ConcurrentLinkedDeque<>();

    /** @param bytes the average number of bytes before a break */
    FlakyNetwork(Random random, int breaks, int bytes, URI... nodes) {
        this.random = random;
        this.left = new AtomicInteger(breaks);
        this.mostBytes = 2 * bytes;
        this.nodes = List.of(nodes);
    }

    /** The number of breaks left. */
    int left() {
        return left.get();
    }

    @Override
    public URI next() {
        URI node = nodes.get(random.nextInt(nodes.size()));
        TcpProxy line = TcpProxy.to(node.getPort());
        lines.push(line);
        return URI.create("http://127.0.0.1:" + line.port());
    }

    @Override
    public InputStream over(InputStream sent) {
        if (left.get() == 0) {
            return sent;
        }
        int bytes = random.nextInt(random.nextInt(4) == 0 ? BEGINNING : mostBytes);
        Break way = Break.values()[random.nextInt(Break.values().length)];
        return new BrokenOff(sent, bytes, way, lines.element());
    }

    /** For the end of the test: closes the silent connections. */
    @Override
    public void close() {
        lines.forEach(TcpProxy::close);
    }

    private final class BrokenOff extends FilterInputStream {

        private final Break way;
        private final TcpProxy line;
        private int open;

        BrokenOff(InputStream sent, int bytes, Break way, TcpProxy line) {
            super(sent);
            this.open = bytes;
            this.way = way;
            this.line = line;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (open == 0) {
                breakOff();
                throw new IOException("broken off");
            }
            int read = super.read(buffer, offset, Math.min(length, open));
            open -= Math.max(0, read);
            return read;
        }

        /**
         * Returns few bytes at a time: a reader that asked for more would lose what it had read when the connection
         * breaks.
         */
        @Override
        public int available() {
            return 0;
        }

        private void breakOff() {
            left.decrementAndGet();
            switch (way) {
                case CLIENT_LEAVES -> {}
                case LINE_IS_CUT -> line.cut();
                case LINE_FALLS_SILENT -> line.fallSilent();
            }
        }
    }
}
