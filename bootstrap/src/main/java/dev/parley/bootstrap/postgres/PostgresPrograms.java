package dev.parley.bootstrap.postgres;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Runs {@code initdb} and {@code pg_ctl}. Waiting for them is bounded and cannot be interrupted. */
final class PostgresPrograms {

    private static final int TIMED_OUT = -1;

    private final PostgresBinaries binaries;
    private final Path output;

    PostgresPrograms(PostgresBinaries binaries, Path output) {
        this.binaries = binaries;
        this.output = output;
    }

    /** @return the result; a program that exceeds the time-out is killed */
    Outcome run(Duration bound, String program, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(program, arguments));
        // PGPORT, LC_ALL and others would change the behaviour of the server
        builder.environment().keySet().removeIf(name -> name.matches("PG.*|LC_.*|LANG|LANGUAGE"));
        // a file, not a pipe: the server would inherit the pipe and keep it open
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        Process process = builder.start();
        int status = process.onExit()
                .thenApply(Process::exitValue)
                .completeOnTimeout(TIMED_OUT, bound.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        if (status == TIMED_OUT) {
            process.destroyForcibly();
        }
        return new Outcome(status == 0, new String(Files.readAllBytes(output), StandardCharsets.UTF_8));
    }

    private List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) { // true for root, as which PostgreSQL refuses to run
            // in a user namespace without a mapping it runs as an ordinary user, who still owns root's files
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(binaries.program(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /** The exit code and the output of a program. */
    record Outcome(boolean succeeded, String output) {

        private static final Pattern FAILURE = Pattern.compile("error:|FATAL:|PANIC:");

        /** The most useful line: the first that reports a failure, otherwise the last. */
        String reason() {
            if (output.contains("cannot be run as root")) {
                return "it does not run as root, and this system does not allow unshare -U, which would help:"
                        + " run Parley as an ordinary user";
            }
            List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
            return lines.stream()
                    .filter(FAILURE.asPredicate())
                    .findFirst()
                    .or(() -> lines.reversed().stream().findFirst())
                    .map(String::strip)
                    .orElse("no reason given");
        }
    }
}
