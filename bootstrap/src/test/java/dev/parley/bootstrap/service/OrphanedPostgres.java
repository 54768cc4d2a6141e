package dev.parley.bootstrap.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The PostgreSQL of a killed service. */
final class OrphanedPostgres {

    private static final Duration GRACE = Duration.ofSeconds(10);

    private OrphanedPostgres() {}

    /** The process of the server on the data directory, if there is one. */
    static Optional<ProcessHandle> server(Path dataDirectory) {
        Path file = dataDirectory.resolve("postgres").resolve("postmaster.pid");
        try {
            return Files.exists(file)
                    ? ProcessHandle.of(Long.parseLong(
                                    Files.readAllLines(file).getFirst().strip()))
                            .filter(OrphanedPostgres::isPostgres)
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The pid may have been reused by another program. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.endsWith("postgres"))
                .isPresent();
    }

    /** Ends it, by force if necessary. */
    static void end(Path dataDirectory) {
        server(dataDirectory).ifPresent(server -> {
            List<ProcessHandle> all =
                    Stream.concat(Stream.of(server), server.descendants()).toList();
            server.destroy();
            server.onExit()
                    .completeOnTimeout(server, GRACE.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            all.forEach(ProcessHandle::destroyForcibly);
            server.onExit().orTimeout(GRACE.toMillis(), TimeUnit.MILLISECONDS).join();
        });
    }
}
