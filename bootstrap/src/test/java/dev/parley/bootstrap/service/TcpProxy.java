package dev.parley.bootstrap.service;

import dev.parley.bootstrap.postgres.DatabaseAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Forwards connections to a port on loopback, and can fail as networks do. */
final class TcpProxy implements AutoCloseable {

    private enum Line {
        OPEN,
        /** Connections are closed, and new ones are closed immediately. */
        CUT,
        /** Connections stay open, but no bytes pass. */
        SILENT
    }

    private final ServerSocket listener;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Line line = Line.OPEN;

    private TcpProxy(ServerSocket listener, int target) {
        this.listener = listener;
        this.target = target;
    }

    static TcpProxy to(int port) {
        try {
            TcpProxy proxy = new TcpProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
            Thread.ofVirtual().start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InetSocketAddress address(String jdbcUrl) {
        URI server = URI.create(jdbcUrl.substring("jdbc:".length()));
        return new InetSocketAddress(server.getHost(), server.getPort());
    }

    /** The same database through this proxy. */
    DatabaseAccess inFrontOf(DatabaseAccess access) {
        return new DatabaseAccess(
                access.jdbcUrl().replace(":" + target + "/", ":" + port() + "/"), access.user(), access.password());
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Closes all connections and accepts no new ones. */
    void cut() {
        change(Line.CUT);
        hangUp();
    }

    /** Stops forwarding without notice, including the end of connections. */
    void fallSilent() {
        change(Line.SILENT);
    }

    /** Works again; earlier connections are closed. */
    void restore() {
        hangUp();
        change(Line.OPEN);
    }

    private void change(Line next) {
        lock.lock();
        try {
            line = next;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void hangUp() {
        open.forEach(TcpProxy::close);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                forward(listener.accept());
            } catch (IOException e) {
                // closed, or one connection less
            }
        }
    }

    private void forward(Socket client) {
        open.add(client);
        try {
            if (isCut()) {
                throw new IOException("cut");
            }
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(server);
            client.setTcpNoDelay(true); // pieces are forwarded immediately, without batching
            server.setTcpNoDelay(true);
            Thread.ofVirtual().start(() -> copy(client, server));
            Thread.ofVirtual().start(() -> copy(server, client));
        } catch (IOException e) {
            close(client);
        }
    }

    private void copy(Socket from, Socket to) {
        try {
            transfer(from, to);
        } catch (IOException e) {
            // forward the end of the connection to the other side
        }
        awaitSound();
        close(from);
        close(to);
        open.remove(from);
        open.remove(to);
    }

    private void transfer(Socket from, Socket to) throws IOException {
        byte[] buffer = new byte[8192];
        for (int read = from.getInputStream().read(buffer);
                read >= 0;
                read = from.getInputStream().read(buffer)) {
            awaitSound();
            to.getOutputStream().write(buffer, 0, read);
        }
    }

    private boolean isCut() {
        lock.lock();
        try {
            return line == Line.CUT;
        } finally {
            lock.unlock();
        }
    }

    private void awaitSound() {
        lock.lock();
        try {
            while (line == Line.SILENT) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }
}
