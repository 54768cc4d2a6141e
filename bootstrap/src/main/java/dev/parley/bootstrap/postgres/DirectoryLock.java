package dev.parley.bootstrap.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes this process the only one that runs a server on a data directory. The operating system releases the lock when the
 * process ends. The file has the pid of the holder and is not deleted.
 */
final class DirectoryLock implements AutoCloseable {

    /**
     * The files that this JVM has locked, checked before a file is opened. Under POSIX a process loses its lock when it closes
     * any descriptor of the file, so a second attempt would release the first lock.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    /** Far behind the pid: on Windows a locked range cannot be read. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final Path file;
    private final FileChannel channel;

    private DirectoryLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** @throws EmbeddedPostgresException if another server has the directory; the message names its process */
    static DirectoryLock acquire(DataDirectory directory) throws IOException {
        Path file = directory.lockFile();
        if (!HELD_HERE.add(file)) {
            throw heldBy(directory, Long.toString(ProcessHandle.current().pid()));
        }
        try {
            return new DirectoryLock(file, lock(directory));
        } catch (IOException | RuntimeException e) {
            HELD_HERE.remove(file);
            throw e;
        }
    }

    private static FileChannel lock(DataDirectory directory) throws IOException {
        FileChannel channel = FileChannel.open(
                directory.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                throw heldBy(directory, read(channel));
            }
            replace(channel, Long.toString(ProcessHandle.current().pid()));
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Can be called again. */
    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            try (channel) {
                replace(channel, "");
            } finally {
                HELD_HERE.remove(file);
            }
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer pid = ByteBuffer.allocate(20);
        channel.read(pid, 0);
        return StandardCharsets.US_ASCII.decode(pid.flip()).toString().strip();
    }

    private static void replace(FileChannel channel, String content) throws IOException {
        channel.truncate(0);
        channel.write(StandardCharsets.US_ASCII.encode(content), 0);
    }

    private static EmbeddedPostgresException heldBy(DataDirectory directory, String pid) {
        return new EmbeddedPostgresException("The data directory " + directory.root()
                + " is already in use by another Parley server, process " + (pid.isEmpty() ? "unknown" : pid));
    }
}
