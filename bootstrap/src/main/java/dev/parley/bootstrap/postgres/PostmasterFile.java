package dev.parley.bootstrap.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The content of {@code postmaster.pid}. The file outlives a server that was killed.
 *
 * @param ready false while the server starts, recovers or stops
 */
record PostmasterFile(long pid, int port, boolean ready) {

    private static final String NAME = "postmaster.pid";
    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    /** Empty if the file is missing or incomplete. */
    static Optional<PostmasterFile> read(Path cluster) throws IOException {
        try {
            List<String> lines = Files.readAllLines(cluster.resolve(NAME));
            if (lines.size() <= PORT_LINE) {
                return Optional.empty();
            }
            boolean ready =
                    lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
            return Optional.of(new PostmasterFile(
                    Long.parseLong(lines.get(PID_LINE).strip()),
                    Integer.parseInt(lines.get(PORT_LINE).strip()),
                    ready));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    static void delete(Path cluster) throws IOException {
        Files.deleteIfExists(cluster.resolve(NAME));
    }
}
