package dev.parley.bootstrap.command;

import dev.parley.bootstrap.configuration.SecretFileException;
import dev.parley.bootstrap.postgres.EmbeddedPostgresException;
import dev.parley.bootstrap.postgres.NotDurableException;
import dev.parley.bootstrap.store.SchemaException;
import dev.parley.bootstrap.store.StoreStartException;
import dev.parley.domain.shared.UnavailableException;
import io.dropwizard.configuration.ConfigurationException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one line that names the reason why a command failed. */
final class FailureLine {

    /** Their messages are for operators. */
    private static final List<Class<? extends Throwable>> SPEAKING = List.of(
            OperatorException.class,
            EmbeddedPostgresException.class,
            NotDurableException.class,
            StoreStartException.class,
            SchemaException.class,
            SecretFileException.class);

    private static final Pattern NO_YAML = Pattern.compile("(Malformed YAML(?: at line: \\d+, column: \\d+)?).*");

    private FailureLine() {}

    /** Prints the line, and the stack trace of an unexpected failure after it. */
    static void print(PrintWriter out, Throwable failure) {
        List<Throwable> chain = chain(failure);
        out.println(of(chain));
        if (firstKnown(chain).isEmpty()) {
            failure.printStackTrace(out);
        }
        out.flush();
    }

    static String of(Throwable failure) {
        return of(chain(failure));
    }

    private static String of(List<Throwable> chain) {
        return firstKnown(chain).orElseGet(() -> unknown(chain.getLast()));
    }

    private static Optional<String> firstKnown(List<Throwable> chain) {
        return chain.stream().map(FailureLine::known).flatMap(Optional::stream).findFirst();
    }

    private static List<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, thrown -> thrown != null, Throwable::getCause)
                .limit(20)
                .toList();
    }

    private static Optional<String> known(Throwable thrown) {
        if (SPEAKING.stream().anyMatch(type -> type.isInstance(thrown))) {
            return Optional.of(oneLine(thrown.getMessage()));
        }
        return switch (thrown) {
            case ConfigurationException bad ->
                Optional.of("The configuration is not valid: " + withoutExcerpt(oneLine(bad.getMessage())));
            case FileNotFoundException missing ->
                Optional.of("The configuration file cannot be read: " + oneLine(missing.getMessage()));
            case IOException named when named.getCause() instanceof BindException -> Optional.of(taken(named));
            case BindException bare -> Optional.of(taken(bare));
            case UnavailableException away -> Optional.of(cause(away));
            default -> Optional.empty();
        };
    }

    /** The parser quotes the line that is not YAML, which may have a password. */
    private static String withoutExcerpt(String message) {
        return NO_YAML.matcher(message).replaceFirst("$1");
    }

    private static String taken(IOException failure) {
        return "The service cannot listen: " + oneLine(failure.getMessage())
                + ". Is another Parley running? PARLEY_PORT and PARLEY_ADMIN_PORT choose other ports.";
    }

    private static String cause(UnavailableException away) {
        return away.getMessage()
                + Optional.ofNullable(away.getCause())
                        .map(reason -> ": " + oneLine(reason.getMessage()))
                        .orElse("");
    }

    private static String unknown(Throwable root) {
        return root.getClass().getSimpleName() + ": " + oneLine(root.getMessage());
    }

    private static String oneLine(@Nullable String text) {
        return String.valueOf(text)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
