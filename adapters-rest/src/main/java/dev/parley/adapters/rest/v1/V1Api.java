package dev.parley.adapters.rest.v1;

import dev.parley.adapters.rest.auth.SessionAuthenticator;
import dev.parley.adapters.rest.error.FailureForm;
import dev.parley.adapters.rest.file.ServedFile;
import dev.parley.adapters.rest.v1.block.BlockResource;
import dev.parley.adapters.rest.v1.error.ProblemFilter;
import dev.parley.adapters.rest.v1.error.V1Failures;
import dev.parley.adapters.rest.v1.field.JsonObjectReader;
import dev.parley.adapters.rest.v1.http.NoStoreFilter;
import dev.parley.adapters.rest.v1.http.TokenAuthentication;
import dev.parley.adapters.rest.v1.http.TrailingSlashFilter;
import dev.parley.adapters.rest.v1.http.V1Authentication;
import dev.parley.adapters.rest.v1.json.V1BodyWriter;
import dev.parley.adapters.rest.v1.json.V1Json;
import dev.parley.adapters.rest.v1.me.MeResource;
import dev.parley.adapters.rest.v1.openapi.OpenApi;
import dev.parley.adapters.rest.v1.openapi.OpenApiResource;
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
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;

/** The v1 surface. What it shares with others is in {@link dev.parley.adapters.rest.RestApi}. */
public final class V1Api implements Feature {

    private final UseCases useCases;
    private final String version;

    /** @param version of the service, for the document that describes it */
    public V1Api(UseCases useCases, String version) {
        this.useCases = useCases;
        this.version = version;
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
        return true;
    }

    /** How this surface says that a request failed. */
    public FailureForm failures() {
        return new V1Failures();
    }

    private void registerResources(FeatureContext context) {
        List<Object> resources = resources();
        resources.forEach(context::register);
        context.register(new OpenApiResource(document(resources)));
    }

    private List<Object> resources() {
        return List.of(
                new UserResource(useCases.register(), useCases.findUser(), useCases.searchUsers()),
                new SessionResource(
                        useCases.logIn(), useCases.logOut(), useCases.listSessions(), useCases.revokeSession()),
                new MeResource(useCases.getProfile(), useCases.changePassword()),
                new BlockResource(useCases.block(), useCases.unblock(), useCases.listBlocks()));
    }

    /** Describes the very resources that are registered, itself last. */
    private ServedFile document(List<Object> resources) {
        List<Class<?>> described = Stream.concat(
                        resources.stream().<Class<?>>map(Object::getClass), Stream.of(OpenApiResource.class))
                .toList();
        return new ServedFile(MediaType.APPLICATION_JSON, V1Json.bytes(OpenApi.document(version, described)));
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
