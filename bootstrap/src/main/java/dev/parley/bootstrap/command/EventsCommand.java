package dev.parley.bootstrap.command;

import com.google.inject.Injector;
import dev.parley.application.port.out.event.EventEpochs;
import java.io.PrintStream;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code parley events new-epoch}: makes every device load everything again, because the event history may have gone back. */
public final class EventsCommand extends OperatorCommand {

    private final PrintStream out;

    public EventsCommand(PrintStream out) {
        super("events", "Declares that the event history has gone back");
        this.out = out;
    }

    @Override
    public void configure(Subparser subparser) {
        Subparser renew = subparser
                .addSubparsers()
                .dest("action")
                .metavar("ACTION")
                .addParser("new-epoch")
                .help("after a restore: makes every device load everything again instead of missing events");
        addFile(renew);
    }

    @Override
    void run(Namespace namespace, Injector injector) {
        out.println("A new epoch of events has begun: "
                + injector.getInstance(EventEpochs.class).renew().value());
    }
}
