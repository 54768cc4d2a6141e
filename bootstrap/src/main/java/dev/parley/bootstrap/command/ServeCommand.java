package dev.parley.bootstrap.command;

import dev.parley.bootstrap.configuration.ParleyConfiguration;
import dev.parley.bootstrap.logging.LogQueues;
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
    protected void cleanup() {
        super.cleanup();
        LogQueues.writeLast();
    }

    @Override
    public void onError(Cli cli, Namespace namespace, Throwable failure) {
        FailureLine.print(cli.getStdErr(), failure);
    }
}
