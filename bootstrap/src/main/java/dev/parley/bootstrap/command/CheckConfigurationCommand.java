package dev.parley.bootstrap.command;

import dev.parley.bootstrap.configuration.ParleyConfiguration;
import dev.parley.bootstrap.logging.LogQueues;
import io.dropwizard.core.Application;
import io.dropwizard.core.cli.CheckCommand;
import io.dropwizard.core.cli.Cli;
import net.sourceforge.argparse4j.inf.Namespace;

/** {@code parley check}: checks the configuration and starts nothing. */
public final class CheckConfigurationCommand extends CheckCommand<ParleyConfiguration> {

    public CheckConfigurationCommand(Application<ParleyConfiguration> application) {
        super(application);
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
