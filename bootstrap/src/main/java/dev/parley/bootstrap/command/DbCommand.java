package dev.parley.bootstrap.command;

import com.google.inject.Injector;
import dev.parley.bootstrap.configuration.ParleyConfiguration;
import dev.parley.bootstrap.store.Schema;
import dev.parley.bootstrap.store.SchemaState;
import dev.parley.bootstrap.store.StoreServer;
import io.dropwizard.core.setup.Bootstrap;
import java.io.PrintStream;
import java.util.Optional;
import java.util.stream.Stream;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/**
 * {@code parley db [--store state|activity|all] migrate|status|...}: Dropwizard's migrations, for one database
 * after the other.
 */
public final class DbCommand extends OperatorCommand {

    private static final String STORE = "store";
    private static final String STATE = "state";
    private static final String ACTIVITY = "activity";
    private static final String ALL = "all";

    private final PrintStream out;

    /** @param out for lines that the framework does not print */
    public DbCommand(PrintStream out) {
        super("db", "Shows and migrates the schemas of both databases");
        this.out = out;
    }

    @Override
    public void configure(Subparser subparser) {
        SchemaCommand.forParsing().configure(subparser);
        subparser
                .addArgument("--" + STORE)
                .choices(STATE, ACTIVITY, ALL)
                .setDefault(ALL)
                .help("the database, before the subcommand (all)");
    }

    @Override
    void run(Bootstrap<ParleyConfiguration> bootstrap, Namespace namespace, ParleyConfiguration configuration) {
        try (StoreServer server = StoreServer.forCommand(configuration)) {
            schemas(server, Optional.ofNullable(namespace.getString(STORE)).orElse(ALL))
                    .forEach(schema -> run(schema, bootstrap, namespace, configuration));
        }
    }

    private void run(
            Schema schema,
            Bootstrap<ParleyConfiguration> bootstrap,
            Namespace namespace,
            ParleyConfiguration configuration) {
        SchemaCommand.on(schema).runOn(bootstrap, namespace, configuration);
        if (SchemaCommand.isStatus(namespace)) {
            Optional.of(schema.state())
                    .filter(SchemaState::isNewer)
                    .map(schema::newer)
                    .ifPresent(out::println);
        }
    }

    private static Stream<Schema> schemas(StoreServer server, String store) {
        Schema state = Schema.ofState(server.access());
        Schema log = Schema.ofLog(server.access());
        return switch (store) {
            case STATE -> Stream.of(state);
            case ACTIVITY -> Stream.of(log);
            default -> Stream.of(state, log);
        };
    }

    @Override
    void run(Namespace namespace, Injector injector) {
        throw new IllegalStateException("expected no use case for migrations");
    }
}
