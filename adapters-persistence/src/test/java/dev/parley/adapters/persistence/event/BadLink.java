package dev.parley.adapters.persistence.event;

import dev.parley.adapters.persistence.PostgresExtension;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A way to a server on which everything stops at will - nothing comes through any more, and nothing is closed - or which
 * breaks just before the server's word that it has committed.
 */
final class BadLink implements AutoCloseable {

    private final int target;
    private final ServerSocket entrance;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final AtomicBoolean losesCommit = new AtomicBoolean();
    private boolean silent;

    private BadLink(int target, ServerSocket entrance) {
        this.target = target;
        this.entrance = entrance;
    }

    static BadLink to(PostgresExtension postgres) {
        URI server = URI.create(
                postgres.url(PostgresExtension.APP, PostgresExtension.STATE).substring("jdbc:".length()));
        try {
            BadLink link = new BadLink(server.getPort(), new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().start(link::accept);
            return link;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The database of the state on this way. */
    PGSimpleDataSource dataSource() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl("jdbc:postgresql://localhost:" + entrance.getLocalPort() + "/" + PostgresExtension.STATE);
        dataSource.setUser(PostgresExtension.APP);
        return dataSource;
    }

    void beSilent(boolean nowSilent) {
        lock.lock();
        try {
            silent = nowSilent;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The next connection that has committed breaks, and whoever did it is not told. */
    void loseNextCommit() {
        losesCommit.set(true);
    }

    private void accept() {
        try {
            while (!entrance.isClosed()) {
                Socket in = entrance.accept();
                Socket out = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.addAll(List.of(in, out));
                Thread.ofVirtual().start(() -> carry(in, out, false));
                Thread.ofVirtual().start(() -> carry(out, in, true));
            }
        } catch (IOException closed) {
            beSilent(false);
        }
    }

    private void carry(Socket from, Socket to, boolean answers) {
        try (from;
                to) {
            InputStream input = from.getInputStream();
            OutputStream output = to.getOutputStream();
            byte[] buffer = new byte[8192];
            for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
                lock.lock();
                try {
                    while (silent) {
                        changed.awaitUninterruptibly();
                    }
                } finally {
                    lock.unlock();
                }
                if (answers && isCommitted(buffer, count) && losesCommit.compareAndSet(true, false)) {
                    return;
                }
                output.write(buffer, 0, count);
            }
        } catch (IOException closed) {
            sockets.remove(from);
        }
    }

    /** Looks for the tag by which the server says that it has committed. */
    private static boolean isCommitted(byte[] buffer, int count) {
        return new String(buffer, 0, count, StandardCharsets.ISO_8859_1).contains("COMMIT\0");
    }

    @Override
    public void close() {
        try {
            entrance.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
