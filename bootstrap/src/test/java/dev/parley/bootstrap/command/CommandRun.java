package dev.parley.bootstrap.command;

import dev.parley.bootstrap.ParleyApplication;
import dev.parley.bootstrap.configuration.ParleyConfiguration;
import dev.parley.bootstrap.store.TestStores;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.util.JarLocation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The result of a command line.
 *
 * @param out all standard output, including that of the framework
 * @param error the standard error of the command
 */
record CommandRun(Optional<Throwable> failure, String out, String error) {

    /** The project's configuration, with the databases of the tests and free ports. */
    static Path configuration(Path directory) throws IOException {
        return configuration(directory, TestStores.dataDirectory());
    }

    static Path configuration(Path directory, Path dataDirectory) throws IOException {
        String real = Files.readString(Path.of("..", "config.yml"));
        return Files.writeString(
                directory.resolve("config.yml"),
                real.replace("${PARLEY_DATA_DIR:-./data}", dataDirectory.toString())
                        .replace(
                                "${PARLEY_LOG_FILE:-./log_file}",
                                directory.resolve("log_file").toString())
                        .replace("${PARLEY_PORT:-8080}", "0")
                        .replace("${PARLEY_ADMIN_PORT:-8081}", "0")
                        .replace("${PARLEY_CONSOLE_LEVEL:-INFO}", "OFF"));
    }

    static CommandRun line(String... arguments) {
        return withInput("", arguments);
    }

    static CommandRun withInput(String input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PrintStream printer = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            return to(printer, out, input, arguments);
        }
    }

    /** Runs the command with its own input and output, as in a process. */
    @SuppressWarnings("SystemOut")
    static CommandRun to(PrintStream printer, ByteArrayOutputStream out, String input, String... arguments) {
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        PrintStream usualOut = System.out;
        InputStream usualIn = System.in;
        System.setOut(printer);
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            Optional<Throwable> failure = cli(printer, error).run(arguments);
            return new CommandRun(
                    failure, out.toString(StandardCharsets.UTF_8), error.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(usualOut);
            System.setIn(usualIn);
        }
    }

    private static Cli cli(PrintStream printer, ByteArrayOutputStream error) {
        ParleyApplication application = new ParleyApplication(printer);
        Bootstrap<ParleyConfiguration> bootstrap = new Bootstrap<>(application);
        bootstrap.addCommand(new ServeCommand(application));
        bootstrap.addCommand(new CheckConfigurationCommand(application));
        application.initialize(bootstrap);
        return new Cli(new JarLocation(ParleyApplication.class), bootstrap, printer, error);
    }
}
