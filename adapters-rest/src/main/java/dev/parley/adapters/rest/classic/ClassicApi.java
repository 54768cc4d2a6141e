package dev.parley.adapters.rest.classic;

import dev.parley.adapters.rest.classic.field.SubmissionReader;
import dev.parley.adapters.rest.classic.json.ClassicJson;
import dev.parley.adapters.rest.classic.page.LinkBase;
import dev.parley.adapters.rest.error.FailureForm;
import dev.parley.adapters.rest.json.JsonBodies;
import dev.parley.adapters.rest.session.SessionAuthenticator;
import dev.parley.application.port.in.limit.RateLimitedUseCase;
import dev.parley.application.port.in.session.AuthenticateUseCase.Result;
import dev.parley.application.port.in.session.Presented;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.util.List;
import java.util.Set;

/**
 * The legacy API: the API of the Django service that Parley replaced. {@link dev.parley.adapters.rest.RestApi}
 * registers what all APIs share.
 */
public final class ClassicApi implements Feature {

    /** What answers its requests. */
    public static final List<Class<?>> RESOURCES = List.of(
            RegisterResource.class,
            LoginResource.class,
            LogoutResource.class,
            BlockResource.class,
            UnblockResource.class,
            MessageResource.class);

    private final Set<Object> resources;
    private final RateLimitedUseCase<Presented, Result> authenticate;
    private final LinkBase linkBase;

    /**
     * @param resources one of each of {@link #RESOURCES}
     * @param linkBase what links to pages begin with
     */
    public ClassicApi(Set<Object> resources, RateLimitedUseCase<Presented, Result> authenticate, LinkBase linkBase) {
        this.resources = resources;
        this.authenticate = authenticate;
        this.linkBase = linkBase;
    }

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
        resources.forEach(context::register);
        context.register(new LinkBaseFilter(linkBase));
    }

    private void registerAuthentication(FeatureContext context) {
        SessionAuthenticator sessions = new SessionAuthenticator(authenticate);
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
