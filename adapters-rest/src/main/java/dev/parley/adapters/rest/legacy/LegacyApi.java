package dev.parley.adapters.rest.legacy;

import dev.parley.adapters.rest.error.ErrorFormat;
import dev.parley.adapters.rest.json.JsonBodies;
import dev.parley.adapters.rest.legacy.field.SubmissionReader;
import dev.parley.adapters.rest.legacy.json.LegacyJson;
import dev.parley.adapters.rest.legacy.page.LinkBase;
import dev.parley.adapters.rest.session.SessionAuthenticator;
import dev.parley.application.port.in.limit.RateLimitedUseCase;
import dev.parley.application.port.in.session.AuthenticateUseCase.Result;
import dev.parley.application.port.in.session.PresentedCredential;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.util.List;
import java.util.Set;

/**
 * The legacy API: the API of the Django service that Parley replaced. {@link dev.parley.adapters.rest.RestApi}
 * registers what all APIs share.
 */
public final class LegacyApi implements Feature {

    /** What answers its requests. */
    public static final List<Class<?>> RESOURCES = List.of(
            LegacyRegisterResource.class,
            LegacyLoginResource.class,
            LegacyLogoutResource.class,
            LegacyBlockResource.class,
            LegacyUnblockResource.class,
            LegacyMessageResource.class);

    private final Set<Object> resources;
    private final RateLimitedUseCase<PresentedCredential, Result> authenticate;
    private final LinkBase linkBase;

    /**
     * @param resources one of each of {@link #RESOURCES}
     * @param linkBase what links to pages begin with
     */
    public LegacyApi(
            Set<Object> resources, RateLimitedUseCase<PresentedCredential, Result> authenticate, LinkBase linkBase) {
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
    public ErrorFormat failures() {
        return new LegacyErrorFormat();
    }

    /** The response bodies of the legacy API. */
    public JsonBodies bodies() {
        return LegacyJson.bodies();
    }

    private void registerResources(FeatureContext context) {
        resources.forEach(context::register);
        context.register(new LinkBaseFilter(linkBase));
    }

    private void registerAuthentication(FeatureContext context) {
        SessionAuthenticator sessions = new SessionAuthenticator(authenticate);
        LegacyTokenAuthentication required = LegacyTokenAuthentication.required(sessions);
        LegacyTokenAuthentication optional = LegacyTokenAuthentication.optional(sessions);
        context.register(new LegacyAuthentication(required))
                .register(new OptionalAuthentication(optional))
                .register(new MethodGuard(required, optional));
    }

    private static void registerForms(FeatureContext context) {
        context.register(new AcceptFilter()).register(new SubmissionReader());
    }
}
