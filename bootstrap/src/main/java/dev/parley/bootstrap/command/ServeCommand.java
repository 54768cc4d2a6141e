package dev.parley.bootstrap.command;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.parley.bootstrap.configuration.ParleyConfiguration;
import dev.parley.bootstrap.logging.LogQueues;
import io.dropwizard.core.Application;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ServerCommand;
import net.sourceforge.argparse4j.inf.Namespace;
import org.slf4j.LoggerFactory;

/** {@code parley serve}: runs the service. */
public final class ServeCommand extends ServerCommand<ParleyConfiguration> {

    public ServeCommand(Application<ParleyConfiguration> application) {
        super(application, "serve", "Runs the service");
    }

    /**
     * Keeps the framework from logging the stack trace of a failed start: {@link #onError} prints one line. Called after logging
     * is configured.
     */
    public static void sayFailureOnce() {
        if (LoggerFactory.getLogger(ServerCommand.class) instanceof Logger framework) {
            framework.setLevel(Level.OFF);
        }
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
