package dev.parley.bootstrap.command;

import dev.parley.bootstrap.configuration.ParleyConfiguration;
import dev.parley.bootstrap.postgres.DatabaseAccess;
import dev.parley.bootstrap.store.Pools;
import dev.parley.bootstrap.store.Schema;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.migrations.DbCommand;
import net.sourceforge.argparse4j.inf.Namespace;

/** Dropwizard's {@code db} command on one schema. */
final class SchemaCommand extends DbCommand<ParleyConfiguration> {

    /** Where Dropwizard's command stores the subcommand. */
    private static final String SUBCOMMAND = "subcommand";

    private final String store;

    private SchemaCommand(Schema schema) {
        super(
                "db",
                configuration -> Pools.forMigrations(schema.owner()),
                ParleyConfiguration.class,
                schema.changelog());
        this.store = schema.store();
    }

    static SchemaCommand on(Schema schema) {
        return new SchemaCommand(schema);
    }

    /** Parses the subcommands and their options; has no database. */
    static SchemaCommand forParsing() {
        return new SchemaCommand(new Schema("", Schema.STATE_CHANGELOG, new DatabaseAccess("", "", "")));
    }

    /** Whether the subcommand is {@code db status}. */
    static boolean isStatus(Namespace namespace) {
        return "status".equals(namespace.getString(SUBCOMMAND));
    }

    void runOn(Bootstrap<ParleyConfiguration> bootstrap, Namespace namespace, ParleyConfiguration configuration) {
        try {
            run(bootstrap, namespace, configuration);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) { // declared by Dropwizard's commands
            throw new OperatorException(store + ": " + e.getMessage());
        }
    }
}
