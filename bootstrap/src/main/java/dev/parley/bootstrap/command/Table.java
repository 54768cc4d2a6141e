package dev.parley.bootstrap.command;

import dev.parley.application.port.in.activity.ActivityQueries.Line;
import dev.parley.bootstrap.command.ActivityCommand.LinePrinter;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Prints activities in columns. */
final class Table implements LinePrinter {

    private static final String FORM = "%-27s  %-13s  %-16s  %-16s  %-15s  %s%n";

    private final PrintStream out;
    private boolean headed;

    Table(PrintStream out) {
        this.out = out;
    }

    @Override
    public void print(List<Line> lines) {
        if (!headed) {
            out.printf(FORM, "TIME", "TYPE", "ACTOR", "SUBJECT", "ADDRESS", "DETAILS");
            headed = true;
        }
        lines.forEach(this::print);
    }

    private void print(Line line) {
        out.printf(
                FORM,
                line.activity().at(),
                line.activity().type(),
                name(line.actor(), line.activity().actor()),
                name(line.subject(), line.activity().subject()),
                line.activity().origin().address().map(Table::printable).orElse("-"),
                printable(new TreeMap<>(line.activity().details()).toString()));
    }

    private static String name(Optional<Username> name, Optional<UserId> id) {
        return name.map(Username::value)
                .or(() -> id.map(known -> "#" + known.value()))
                .orElse("-");
    }

    private static String printable(String text) {
        return Unprintable.masked(text);
    }
}
