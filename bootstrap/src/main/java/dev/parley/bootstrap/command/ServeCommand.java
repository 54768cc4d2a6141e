package dev.parley.bootstrap.command;

import dev.parley.bootstrap.configuration.ParleyConfiguration;
import io.dropwizard.core.Application;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ServerCommand;
import net.sourceforge.argparse4j.inf.Namespace;

/** {@code parley serve}: the service, until it is told to stop. */
public final class ServeCommand extends ServerCommand<ParleyConfiguration> {

    public ServeCommand(Application<ParleyConfiguration> application) {
        super(application, "serve", "Runs the service");
    }

    @Override
    public void onError(Cli cli, Namespace namespace, Throwable failure) {
        FailureLine.print(cli.getStdErr(), failure);
    }
}
