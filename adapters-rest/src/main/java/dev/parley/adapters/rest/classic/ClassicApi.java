package dev.parley.adapters.rest.classic;

import dev.parley.adapters.rest.classic.field.SubmissionReader;
import dev.parley.adapters.rest.classic.json.ClassicJson;
import dev.parley.adapters.rest.classic.page.LinkBase;
import dev.parley.adapters.rest.error.FailureForm;
import dev.parley.adapters.rest.json.JsonBodies;
import dev.parley.adapters.rest.session.SessionAuthenticator;
import dev.parley.application.port.in.block.BlockUserUseCase;
import dev.parley.application.port.in.block.UnblockUserUseCase;
import dev.parley.application.port.in.conversation.FindReceiverUseCase;
import dev.parley.application.port.in.conversation.ReadHistoryUseCase;
import dev.parley.application.port.in.conversation.SendMessageUseCase;
import dev.parley.application.port.in.session.AuthenticateUseCase;
import dev.parley.application.port.in.session.LogInUseCase;
import dev.parley.application.port.in.session.LogOutUseCase;
import dev.parley.application.port.in.user.CheckNameUseCase;
import dev.parley.application.port.in.user.FindUserUseCase;
import dev.parley.application.port.in.user.RegisterUserUseCase;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;

/**
 * The legacy API: the API of the Django service that Parley replaced. {@link dev.parley.adapters.rest.RestApi}
 * registers what all APIs share.
 */
public final class ClassicApi implements Feature {

    private final UseCases useCases;
    private final LinkBase linkBase;

    public ClassicApi(UseCases useCases) {
        this(useCases, LinkBase.UNKNOWN);
    }

    /** @param linkBase the base of links to pages */
    public ClassicApi(UseCases useCases, LinkBase linkBase) {
        this.useCases = useCases;
        this.linkBase = linkBase;
    }

    /** The use cases of the legacy API. */
    public record UseCases(
            AuthenticateUseCase authenticate,
            RegisterUserUseCase register,
            CheckNameUseCase checkName,
            FindUserUseCase findUser,
            FindReceiverUseCase findReceiver,
            LogInUseCase logIn,
            LogOutUseCase logOut,
            BlockUserUseCase block,
            UnblockUserUseCase unblock,
            SendMessageUseCase send,
            ReadHistoryUseCase readHistory) {}

    @Override
    public boolean configure(FeatureContext context) {
        registerResources(context);
        registerAuthentication(context);
        registerForms(context);
        return true;
    }

    /** The error format of the legacy API. */
    public FailureForm failures() {
        return new ClassicFailures();
    }

    /** The response bodies of the legacy API. */
    public JsonBodies bodies() {
        return ClassicJson.bodies();
    }

    private void registerResources(FeatureContext context) {
        context.register(new RegisterResource(useCases.register(), useCases.checkName()))
                .register(new LoginResource(useCases.logIn()))
                .register(new LogoutResource(useCases.logOut()))
                .register(new BlockResource(useCases.block()))
                .register(new UnblockResource(useCases.unblock()))
                .register(new MessageResource(
                        useCases.send(), useCases.readHistory(), useCases.findUser(), useCases.findReceiver()))
                .register(new LinkBaseFilter(linkBase));
    }

    private void registerAuthentication(FeatureContext context) {
        SessionAuthenticator sessions = new SessionAuthenticator(useCases.authenticate());
        TokenAuthentication required = TokenAuthentication.required(sessions);
        TokenAuthentication optional = TokenAuthentication.optional(sessions);
        context.register(new ClassicAuthentication(required))
                .register(new OpenPathAuthentication(optional))
                .register(new MethodGuard(required, optional));
    }

    private static void registerForms(FeatureContext context) {
        context.register(new AcceptFilter()).register(new SubmissionReader());
    }
}
