package dev.parley.bootstrap.postgres;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/**
 * The passwords of one cluster. They are in a private file inside it, so that cluster and passwords are created, copied and
 * restored together.
 */
record Credentials(String superuser, String owner, String app, String relay) {

    private static final String FILE = "parley-credentials.properties";
    private static final int RANDOM_BYTES = 24;

    static Credentials generate(SecureRandom random) {
        return new Credentials(password(random), password(random), password(random), password(random));
    }

    private static String password(SecureRandom random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    static Credentials readFrom(Path cluster) {
        Path file = cluster.resolve(FILE);
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        } catch (IOException e) {
            throw new EmbeddedPostgresException(
                    "The database passwords cannot be read: " + EmbeddedPostgresException.reasonOf(e), e);
        }
        return new Credentials(
                line(lines, "superuser", file),
                line(lines, "owner", file),
                line(lines, "app", file),
                line(lines, "relay", file));
    }

    private static String line(Properties lines, String role, Path file) {
        String password = lines.getProperty(role);
        if (password == null) {
            throw new EmbeddedPostgresException("The database passwords are incomplete: " + file + " has no line for "
                    + role + "; restore the file");
        }
        return password;
    }

    void writeTo(Path cluster) throws IOException {
        PrivateFiles.write(cluster.resolve(FILE), """
                # Passwords of the roles in this PostgreSQL cluster, made by Parley. Keep them secret.
                superuser=%s
                owner=%s
                app=%s
                relay=%s
                """.formatted(superuser, owner, app, relay));
    }

    @Override
    public String toString() {
        return "Credentials[redacted]";
    }
}
