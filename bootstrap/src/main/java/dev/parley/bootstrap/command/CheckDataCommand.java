package dev.parley.bootstrap.command;

import com.google.inject.Injector;
import dev.parley.application.port.in.audit.CheckDataUseCase;
import dev.parley.application.port.in.audit.CheckDataUseCase.Report;
import java.io.PrintStream;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code parley check-data}: counts the rows again, compares the result with each stored count, and changes nothing. */
public final class CheckDataCommand extends OperatorCommand {

    private final PrintStream out;

    public CheckDataCommand(PrintStream out) {
        super("check-data", "Recounts unread messages, places, read receipts and events, and reports inconsistencies");
        this.out = out;
    }

    @Override
    public void configure(Subparser subparser) {
        addFile(subparser);
    }

    @Override
    void run(Namespace namespace, Injector injector) {
        Report report = injector.getInstance(CheckDataUseCase.class).check();
        report.findings().forEach(out::println);
        out.printf(
                "Checked %d conversation(s) with %d message(s) and the events of %d user(s): %s.%n",
                report.conversations(),
                report.messages(),
                report.users(),
                report.findings().isEmpty()
                        ? "no inconsistencies found"
                        : report.findings().size() + " inconsistencies found");
        if (!report.findings().isEmpty()) {
            throw new OperatorException("The data is inconsistent.");
        }
    }
}
