package dev.parley.bootstrap.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The settings of the server. Every start writes both files again, so that a newer Parley brings its newer settings. Settings
 * after the include line of {@code postgresql.conf} are the operator's and override them.
 */
final class ServerSettings {

    /** Included at the end of {@code postgresql.conf}. */
    static final String INCLUDE_LINE = """

            # Parley's settings. Settings of your own go below this line.
            include 'parley.conf'
            """;

    private static final Pattern PORT = Pattern.compile("^port = (\\d+)$", Pattern.MULTILINE);

    private static final String HOST_ACCESS = """
            # Written by Parley at every start: changes here are lost.
            host all             postgres                  127.0.0.1/32 scram-sha-256
            host parley          parley_owner,parley_app   127.0.0.1/32 scram-sha-256
            host parley_activity parley_owner,parley_relay 127.0.0.1/32 scram-sha-256
            """;

    private ServerSettings() {}

    static void write(Path cluster, int port) throws IOException {
        PrivateFiles.write(cluster.resolve("parley.conf"), settings(port));
        PrivateFiles.write(cluster.resolve("pg_hba.conf"), HOST_ACCESS);
    }

    private static String settings(int port) {
        // not %d, which writes the digits of the locale
        return """
                # Written by Parley at every start: changes here are lost. Yours go to the end of postgresql.conf.
                listen_addresses = '127.0.0.1'
                port = %s
                unix_socket_directories = ''
                max_connections = 100
                password_encryption = 'scram-sha-256'

                # What an answered request wrote must outlive any crash.
                fsync = on
                synchronous_commit = on
                full_page_writes = on

                shared_buffers = 256MB
                max_wal_size = 2GB
                checkpoint_timeout = 15min

                # One file for each day of the week, overwritten a week later.
                logging_collector = on
                log_directory = 'log'
                log_filename = 'postgresql-%%a.log'
                log_rotation_age = 1d
                log_rotation_size = 0
                log_truncate_on_rotation = on
                # Details of an error quote rows, and rows hold what people wrote.
                log_error_verbosity = terse
                log_parameter_max_length_on_error = 0
                timezone = 'UTC'
                log_timezone = 'UTC'
                """.formatted(Integer.toString(port));
    }

    /** The port of the previous start. */
    static OptionalInt previousPort(Path cluster) throws IOException {
        Path settings = cluster.resolve("parley.conf");
        if (!Files.exists(settings)) {
            return OptionalInt.empty();
        }
        Matcher port = PORT.matcher(Files.readString(settings));
        return port.find() ? OptionalInt.of(Integer.parseInt(port.group(1))) : OptionalInt.empty();
    }
}
