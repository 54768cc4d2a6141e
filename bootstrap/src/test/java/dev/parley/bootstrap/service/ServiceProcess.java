package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The program in its own JVM, as an operator runs it.
 *
 * <p>Closing it kills the process and its PostgreSQL, so that no process outlives a test; {@link ServiceProcesses} closes it.
 */
final class ServiceProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration END_LIMIT = Duration.ofSeconds(40);

    private final Settings settings;
    private final Process process;
    private final Path output;
    private final Path errors;

    private ServiceProcess(Settings settings, Process process, Path output, Path errors) {
        this.settings = settings;
        this.process = process;
        this.output = output;
        this.errors = errors;
    }

    /** @param arguments precede the configuration file */
    static ServiceProcess run(Path configFile, Settings settings, String... arguments) {
        return run(
                Program.command(),
                settings,
                Stream.concat(Stream.of(arguments), Stream.of(configFile.toString()))
                        .toList());
    }

    /**
     * @param program the JVM options
     * @param arguments of the program
     */
    static ServiceProcess run(List<String> program, Settings settings, List<String> arguments) {
        try {
            Path output = Files.createTempFile(settings.home(), "stdout", ".txt");
            Path errors = Files.createTempFile(settings.home(), "stderr", ".txt");
            ProcessBuilder builder = new ProcessBuilder(
                    Stream.concat(program.stream(), arguments.stream()).toList());
            builder.environment().keySet().removeIf(name -> name.startsWith("PARLEY_") || name.startsWith("JAVA_TOOL"));
            builder.environment().putAll(settings.variables());
            builder.redirectOutput(output.toFile()).redirectError(errors.toFile());
            return new ServiceProcess(settings, builder.start(), output, errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitReady() {
        Api admin = Api.at(settings.admin());
        await().atMost(START_LIMIT)
                .pollInterval(Duration.ofMillis(50))
                .failFast(() -> assertThat(process.isAlive()).as(this::output).isTrue())
                .until(() -> admin.tryGet("/ready").map(ApiResponse::status).orElse(0) == 200);
    }

    Settings settings() {
        return settings;
    }

    Api api() {
        return Api.at(settings.api());
    }

    Api admin() {
        return Api.at(settings.admin());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL: the process cannot react. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** SIGTERM: the process may finish its work. */
    void terminate() {
        process.destroy();
    }

    /** Writes its whole standard input. */
    void type(String text) {
        try (OutputStream input = process.getOutputStream()) {
            input.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The exit code, once it has exited by itself. */
    int awaitEnd() {
        try {
            assertThat(process.waitFor(END_LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .as(this::output)
                    .isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Its standard error. */
    List<String> errors() {
        return read(errors).lines().toList();
    }

    /** Its standard output: the console log. */
    String console() {
        return read(output);
    }

    private String output() {
        String console = console();
        return "standard error: " + read(errors) + "\nstandard output: "
                + console.substring(Math.max(0, console.length() - 4000));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
        OrphanedPostgres.end(settings.dataDirectory());
    }
}
