package dev.parley.bootstrap.command;

import com.google.inject.Injector;
import dev.parley.application.port.in.user.RegisterUserUseCase;
import dev.parley.application.port.in.user.SetPasswordUseCase;
import dev.parley.domain.shared.Origin;
import dev.parley.domain.user.NameComparison;
import dev.parley.domain.user.Password;
import dev.parley.domain.user.Username;
import java.io.PrintStream;
import java.util.Set;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import net.sourceforge.argparse4j.inf.Subparsers;

/**
 * {@code parley user create NAME} and {@code parley user set-password NAME}.
 *
 * <p>The command asks for the password, or reads it from standard input with {@code --password-stdin}. It is never an
 * argument, because every user of the machine can see those.
 */
public final class UserCommand extends OperatorCommand {

    private static final String ACTION = "action";
    private static final String CREATE = "create";
    private static final String SET_PASSWORD = "set-password";
    private static final String NAME = "name";

    private final PrintStream out;
    private final PasswordPrompt prompt;

    public UserCommand(PrintStream out) {
        this(out, new PasswordPrompt());
    }

    UserCommand(PrintStream out, PasswordPrompt prompt) {
        super("user", "Creates users and sets their passwords");
        this.out = out;
        this.prompt = prompt;
    }

    @Override
    public void configure(Subparser subparser) {
        Subparsers actions = subparser.addSubparsers().dest(ACTION).metavar("ACTION");
        configureAction(actions.addParser(CREATE).help("registers a user"));
        configureAction(actions.addParser(SET_PASSWORD).help("gives a user a new password and ends their sessions"));
    }

    private static void configureAction(Subparser action) {
        action.addArgument(NAME).metavar("NAME").help("the username");
        PasswordPrompt.configure(action);
        addFile(action);
    }

    @Override
    void run(Namespace namespace, Injector injector) {
        String name = namespace.getString(NAME);
        Username username = Username.parse(name).orElseThrow(() -> new OperatorException("Not a username: " + name));
        Password password = prompt.read(namespace);
        out.println(
                switch (namespace.getString(ACTION)) {
                    case CREATE -> create(injector.getInstance(RegisterUserUseCase.class), username, password);
                    default -> setPassword(injector.getInstance(SetPasswordUseCase.class), username, password);
                });
    }

    private static String create(RegisterUserUseCase register, Username username, Password password) {
        var command =
                new RegisterUserUseCase.Command(username, password, Origin.operator(), NameComparison.IGNORING_CASE);
        return switch (register.register(command)) {
            case RegisterUserUseCase.Result.Registered(var user) ->
                "Created user %s with id %d.".formatted(username, user.id().value());
            case RegisterUserUseCase.Result.UsernameTaken taken ->
                throw new OperatorException("There is a user named %s already.".formatted(username));
            case RegisterUserUseCase.Result.WeakPassword(var flaws) -> throw weak(flaws);
        };
    }

    private static String setPassword(SetPasswordUseCase setPassword, Username username, Password password) {
        return switch (setPassword.set(new SetPasswordUseCase.Command(username, password))) {
            case SetPasswordUseCase.Result.Done(int closed) ->
                "Set the password of %s and ended %d session(s).".formatted(username, closed);
            case SetPasswordUseCase.Result.NoSuchUser() ->
                throw new OperatorException("There is no user named %s.".formatted(username));
            case SetPasswordUseCase.Result.WeakPassword(var flaws) -> throw weak(flaws);
        };
    }

    private static OperatorException weak(Set<Password.Flaw> flaws) {
        return new OperatorException(
                "The password is not accepted (%s): it must have %d to %d characters, not all of them white space."
                        .formatted(flaws, Password.MIN_LENGTH, Password.MAX_LENGTH));
    }
}
