package dev.parley.bootstrap.command;

import com.google.inject.Injector;
import dev.parley.application.port.in.activity.ActivityQueries;
import dev.parley.application.port.in.activity.ActivityQueries.From;
import dev.parley.application.port.in.activity.ActivityQueries.Line;
import dev.parley.application.port.in.activity.ActivityQueries.Query;
import dev.parley.application.port.in.activity.ActivityQueries.Result;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.user.Username;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code parley activity tail [--follow] [--user NAME] [--type T] [--lines N] [--json]}: the activity log. */
public final class ActivityCommand extends OperatorCommand {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final int DEFAULT_LINES = 20;

    private final PrintStream out;

    public ActivityCommand(PrintStream out) {
        super("activity", "Reads the activity log");
        this.out = out;
    }

    @Override
    public void configure(Subparser subparser) {
        Subparser tail = subparser
                .addSubparsers()
                .dest("action")
                .metavar("ACTION")
                .addParser("tail")
                .help("prints the newest activities, oldest of them first");
        tail.addArgument("--follow", "-f").action(Arguments.storeTrue()).help("prints new activities until it is stopped");
        tail.addArgument("--user").metavar("NAME").help("only activities with this user as actor or subject");
        tail.addArgument("--type").type(ActivityType.class).help("only activities of this type");
        tail.addArgument("--lines", "-n")
                .type(Integer.class)
                .choices(Arguments.range(1, ActivityQueries.MAX_LINES))
                .setDefault(DEFAULT_LINES)
                .help("number of activities to start with (" + DEFAULT_LINES + ")");
        tail.addArgument("--json").action(Arguments.storeTrue()).help("prints JSON, one activity per line");
        addFile(tail);
    }

    @Override
    void run(Namespace namespace, Injector injector) {
        ActivityQueries activity = injector.getInstance(ActivityQueries.class);
        LinePrinter printer = namespace.getBoolean("json") ? new JsonLines(out) : new Table(out);
        Query first = new Query(
                Optional.ofNullable(namespace.getString("user")).map(ActivityCommand::username),
                Optional.ofNullable(namespace.get("type")),
                new From.End(),
                namespace.getInt("lines"));
        long position = print(lines(activity, first), printer, 0);
        while (namespace.getBoolean("follow") && pause()) {
            position = print(lines(activity, after(first, position)), printer, position);
        }
    }

    private static Username username(String name) {
        return Username.parse(name).orElseThrow(() -> new OperatorException("Not a username: " + name));
    }

    private static Query after(Query first, long position) {
        return new Query(first.user(), first.type(), new From.After(position), ActivityQueries.MAX_LINES);
    }

    private static List<Line> lines(ActivityQueries activity, Query query) {
        return switch (activity.read(query)) {
            case Result.Lines(List<Line> lines) -> lines;
            case Result.NoSuchUser() ->
                throw new OperatorException("There is no user named "
                        + query.user().map(Username::value).orElse("") + ".");
        };
    }

    private long print(List<Line> lines, LinePrinter printer, long position) {
        printer.print(lines);
        out.flush();
        if (out.checkError()) {
            throw new OperatorException("Expected a reader on standard output, found none."); // as when piped into head
        }
        return lines.isEmpty() ? position : lines.getLast().position();
    }

    private static boolean pause() {
        try {
            Thread.sleep(POLL);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Prints activities in one format. */
    sealed interface LinePrinter permits JsonLines, Table {
        void print(List<Line> lines);
    }
}
