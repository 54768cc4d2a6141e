package dev.parley.bootstrap.command;

import com.google.inject.Injector;
import dev.parley.bootstrap.configuration.ConfigurationFiles;
import dev.parley.bootstrap.configuration.ParleyConfiguration;
import dev.parley.bootstrap.lifecycle.StartedParts;
import dev.parley.bootstrap.wiring.CommandStart;
import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.Command;
import io.dropwizard.core.setup.Bootstrap;
import java.io.IOException;
import java.util.Optional;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** A command on the databases, with or without a running service. Logs warnings to standard error. */
abstract class OperatorCommand extends Command {

    private static final String FILE = "file";

    OperatorCommand(String name, String description) {
        super(name, description);
    }

    /** Adds the option for another configuration file. */
    static void addFile(Subparser subparser) {
        subparser
                .addArgument("--config")
                .dest(FILE)
                .metavar("FILE")
                .help("the configuration file (" + ConfigurationFiles.DEFAULT + ")");
    }

    @Override
    @SuppressWarnings("unchecked") // the only application has this configuration
    public void run(Bootstrap<?> bootstrap, Namespace namespace) throws IOException, ConfigurationException {
        QuietLogging.configure();
        run((Bootstrap<ParleyConfiguration>) bootstrap, namespace, configuration(bootstrap, namespace));
    }

    @SuppressWarnings("unchecked")
    private static ParleyConfiguration configuration(Bootstrap<?> bootstrap, Namespace namespace)
            throws IOException, ConfigurationException {
        return ConfigurationFiles.load(
                (Bootstrap<ParleyConfiguration>) bootstrap, Optional.ofNullable(namespace.getString(FILE)));
    }

    /** Runs the command over the use cases. */
    void run(Bootstrap<ParleyConfiguration> bootstrap, Namespace namespace, ParleyConfiguration configuration) {
        try (StartedParts parts = new StartedParts()) {
            run(namespace, CommandStart.run(configuration, parts));
        }
    }

    abstract void run(Namespace namespace, Injector injector);

    @Override
    public void onError(Cli cli, Namespace namespace, Throwable failure) {
        FailureLine.print(cli.getStdErr(), failure);
    }
}
