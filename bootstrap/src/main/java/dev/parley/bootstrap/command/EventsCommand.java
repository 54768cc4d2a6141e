package dev.parley.bootstrap.command;

import com.google.inject.Injector;
import dev.parley.application.port.in.event.RenewEventEpochUseCase;
import java.io.PrintStream;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code parley events new-epoch}: makes every client load its data again after a restore. */
public final class EventsCommand extends OperatorCommand {

    private final PrintStream out;

    public EventsCommand(PrintStream out) {
        super("events", "Starts a new epoch of events after a restore");
        this.out = out;
    }

    @Override
    public void configure(Subparser subparser) {
        Subparser renew = subparser
                .addSubparsers()
                .dest("action")
                .metavar("ACTION")
                .addParser("new-epoch")
                .help("after a restore: every client loads its data again");
        addFile(renew);
    }

    @Override
    void run(Namespace namespace, Injector injector) {
        out.println("A new epoch of events has begun: "
                + injector.getInstance(RenewEventEpochUseCase.class).renew().value());
    }
}
