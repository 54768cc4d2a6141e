package dev.parley.bootstrap.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * The environment variables that {@code config.yml} names. An empty one counts as missing, as in a shell.
 *
 * <p>A password may be in a file instead, which {@code NAME_FILE} names: many tools show the environment, and secrets of
 * orchestrators are files.
 */
final class Variables {

    private static final String SECRET = "_PASSWORD";
    private static final String FILE = "_FILE";

    private final Function<String, Optional<String>> environment;

    Variables(Function<String, Optional<String>> environment) {
        this.environment = environment;
    }

    /** @throws SecretFileException if the value is in a file that cannot be read, or is in two places */
    Optional<String> find(String name) {
        Optional<String> value = set(name);
        Optional<String> file = name.endsWith(SECRET) ? set(name + FILE) : Optional.empty();
        if (value.isPresent() && file.isPresent()) {
            throw new SecretFileException("Both %s and %s are set: unset one of them".formatted(name, name + FILE));
        }
        return file.map(path -> read(name + FILE, path)).or(() -> value);
    }

    private Optional<String> set(String name) {
        return environment.apply(name).filter(value -> !value.isEmpty());
    }

    /** Without the line end that editors append. */
    private static String read(String variable, String path) {
        try {
            String secret = Files.readString(Path.of(path)).replaceFirst("\\r?\\n\\z", "");
            if (secret.isEmpty()) {
                throw new SecretFileException("The file that %s names is empty: %s".formatted(variable, path));
            }
            return secret;
        } catch (IOException | InvalidPathException e) {
            throw new SecretFileException("The file that %s names cannot be read: %s".formatted(variable, path), e);
        }
    }
}
