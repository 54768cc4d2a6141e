package dev.parley.adapters.rest.v1;

import dev.parley.adapters.rest.auth.SessionAuthenticator;
import dev.parley.adapters.rest.error.FailureForm;
import dev.parley.adapters.rest.v1.block.BlockResource;
import dev.parley.adapters.rest.v1.error.ProblemFilter;
import dev.parley.adapters.rest.v1.error.V1Failures;
import dev.parley.adapters.rest.v1.field.JsonObjectReader;
import dev.parley.adapters.rest.v1.http.NoStoreFilter;
import dev.parley.adapters.rest.v1.http.TokenAuthentication;
import dev.parley.adapters.rest.v1.http.TrailingSlashFilter;
import dev.parley.adapters.rest.v1.http.V1Authentication;
import dev.parley.adapters.rest.v1.json.V1BodyWriter;
import dev.parley.adapters.rest.v1.me.MeResource;
import dev.parley.adapters.rest.v1.session.SessionResource;
import dev.parley.adapters.rest.v1.user.UserResource;
import dev.parley.application.port.in.block.BlockUserUseCase;
import dev.parley.application.port.in.block.ListBlocksUseCase;
import dev.parley.application.port.in.block.UnblockUserUseCase;
import dev.parley.application.port.in.session.AuthenticateUseCase;
import dev.parley.application.port.in.session.ListSessionsUseCase;
import dev.parley.application.port.in.session.LogInUseCase;
import dev.parley.application.port.in.session.LogOutUseCase;
import dev.parley.application.port.in.session.RevokeSessionUseCase;
import dev.parley.application.port.in.user.ChangePasswordUseCase;
import dev.parley.application.port.in.user.FindUserUseCase;
import dev.parley.application.port.in.user.GetProfileUseCase;
import dev.parley.application.port.in.user.RegisterUserUseCase;
import dev.parley.application.port.in.user.SearchUsersUseCase;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;

/** The v1 surface. What it shares with others is in {@link dev.parley.adapters.rest.RestApi}. */
public final class V1Api implements Feature {

    private final UseCases useCases;
    private final EventApi events;

    public V1Api(UseCases useCases, EventApi events) {
        this.useCases = useCases;
        this.events = events;
    }

    /** What v1 asks of the core. */
    public record UseCases(
            AuthenticateUseCase authenticate,
            RegisterUserUseCase register,
            FindUserUseCase findUser,
            SearchUsersUseCase searchUsers,
            GetProfileUseCase getProfile,
            ChangePasswordUseCase changePassword,
            LogInUseCase logIn,
            LogOutUseCase logOut,
            ListSessionsUseCase listSessions,
            RevokeSessionUseCase revokeSession,
            BlockUserUseCase block,
            UnblockUserUseCase unblock,
            ListBlocksUseCase listBlocks) {}

    @Override
    public boolean configure(FeatureContext context) {
        registerResources(context);
        registerAuthentication(context);
        registerForms(context);
        context.register(events);
        return true;
    }

    /** How this surface says that a request failed. */
    public FailureForm failures() {
        return new V1Failures();
    }

    private void registerResources(FeatureContext context) {
        context.register(new UserResource(useCases.register(), useCases.findUser(), useCases.searchUsers()))
                .register(new SessionResource(
                        useCases.logIn(), useCases.logOut(), useCases.listSessions(), useCases.revokeSession()))
                .register(new MeResource(useCases.getProfile(), useCases.changePassword()))
                .register(new BlockResource(useCases.block(), useCases.unblock(), useCases.listBlocks()));
    }

    private void registerAuthentication(FeatureContext context) {
        TokenAuthentication required = new TokenAuthentication(new SessionAuthenticator(useCases.authenticate()));
        context.register(new V1Authentication(required));
    }

    private static void registerForms(FeatureContext context) {
        context.register(new TrailingSlashFilter())
                .register(new NoStoreFilter())
                .register(new JsonObjectReader())
                .register(new V1BodyWriter())
                .register(new ProblemFilter());
    }
}
