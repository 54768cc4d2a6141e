package dev.parley.bootstrap.command;

import dev.parley.bootstrap.configuration.ParleyConfiguration;
import io.dropwizard.core.Application;
import io.dropwizard.core.cli.CheckCommand;
import io.dropwizard.core.cli.Cli;
import net.sourceforge.argparse4j.inf.Namespace;

/** {@code parley check}: whether the configuration is valid, without a start. */
public final class CheckConfigurationCommand extends CheckCommand<ParleyConfiguration> {

    public CheckConfigurationCommand(Application<ParleyConfiguration> application) {
        super(application);
    }

    @Override
    public void onError(Cli cli, Namespace namespace, Throwable failure) {
        FailureLine.print(cli.getStdErr(), failure);
    }
}
