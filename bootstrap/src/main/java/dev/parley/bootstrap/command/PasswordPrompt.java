package dev.parley.bootstrap.command;

import dev.parley.domain.user.Password;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** Asks for a password without showing it, or reads the first line of standard input. */
final class PasswordPrompt {

    private static final String FROM_STDIN = "password_stdin";

    private final InputStream input;

    PasswordPrompt() {
        this(System.in);
    }

    PasswordPrompt(InputStream input) {
        this.input = input;
    }

    static void configure(Subparser parser) {
        parser.addArgument("--password-stdin")
                .dest(FROM_STDIN)
                .action(Arguments.storeTrue())
                .help("reads the password from the first line of standard input");
    }

    Password read(Namespace namespace) {
        return new Password(namespace.getBoolean(FROM_STDIN) ? firstLine() : ask());
    }

    private String firstLine() {
        try {
            return Optional.ofNullable(
                            new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8)).readLine())
                    .orElseThrow(() -> new OperatorException("Expected a password on standard input, found none."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("SystemConsoleNull") // it may be null on Java 21
    private static String ask() {
        Console console = System.console();
        if (console == null) {
            throw new OperatorException("Expected a terminal for the password, found none: use --password-stdin.");
        }
        char[] first = console.readPassword("Password: ");
        char[] second = console.readPassword("Again: ");
        if (first == null || second == null || !new String(first).equals(new String(second))) {
            throw new OperatorException("The two passwords differ.");
        }
        return new String(first);
    }
}
