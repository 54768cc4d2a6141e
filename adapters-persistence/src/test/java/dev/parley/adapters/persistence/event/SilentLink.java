package dev.parley.adapters.persistence.event;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A way to a server on which everything stops at will: nothing comes through any more, and nothing is closed. */
final class SilentLink implements AutoCloseable {

    private final int target;
    private final ServerSocket entrance;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean silent;

    private SilentLink(int target, ServerSocket entrance) {
        this.target = target;
        this.entrance = entrance;
    }

    static SilentLink to(int port) {
        try {
            SilentLink link = new SilentLink(port, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().start(link::accept);
            return link;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return entrance.getLocalPort();
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

    private void accept() {
        try {
            while (!entrance.isClosed()) {
                Socket in = entrance.accept();
                Socket out = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.addAll(List.of(in, out));
                Thread.ofVirtual().start(() -> carry(in, out));
                Thread.ofVirtual().start(() -> carry(out, in));
            }
        } catch (IOException closed) {
            beSilent(false);
        }
    }

    private void carry(Socket from, Socket to) {
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
                output.write(buffer, 0, count);
            }
        } catch (IOException closed) {
            sockets.remove(from);
        }
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
