package dev.parley.adapters.rest.v1;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.adapters.rest.error.ErrorFormat;
import dev.parley.adapters.rest.file.ServedFile;
import dev.parley.adapters.rest.json.JsonBodies;
import dev.parley.adapters.rest.session.SessionAuthenticator;
import dev.parley.adapters.rest.v1.activity.ActivityResource;
import dev.parley.adapters.rest.v1.block.BlockResource;
import dev.parley.adapters.rest.v1.conversation.HistoryResource;
import dev.parley.adapters.rest.v1.conversation.ReceiptResource;
import dev.parley.adapters.rest.v1.error.ProblemFilter;
import dev.parley.adapters.rest.v1.error.V1ErrorFormat;
import dev.parley.adapters.rest.v1.event.poll.EventResource;
import dev.parley.adapters.rest.v1.event.stream.EventStreamResource;
import dev.parley.adapters.rest.v1.event.ticket.TicketResource;
import dev.parley.adapters.rest.v1.field.JsonObjectReader;
import dev.parley.adapters.rest.v1.http.NoStoreFilter;
import dev.parley.adapters.rest.v1.http.TokenAuthentication;
import dev.parley.adapters.rest.v1.http.TrailingSlashFilter;
import dev.parley.adapters.rest.v1.http.V1Authentication;
import dev.parley.adapters.rest.v1.inbox.InboxResource;
import dev.parley.adapters.rest.v1.inbox.UnreadResource;
import dev.parley.adapters.rest.v1.json.V1Json;
import dev.parley.adapters.rest.v1.me.MeResource;
import dev.parley.adapters.rest.v1.message.MessageResource;
import dev.parley.adapters.rest.v1.openapi.OpenApiDocument;
import dev.parley.adapters.rest.v1.openapi.OpenApiResource;
import dev.parley.adapters.rest.v1.session.SessionResource;
import dev.parley.adapters.rest.v1.user.UserResource;
import dev.parley.application.port.in.limit.RateLimitedUseCase;
import dev.parley.application.port.in.session.AuthenticateUseCase.Result;
import dev.parley.application.port.in.session.PresentedCredential;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;

/** The v1 API. What it shares with the legacy API is in {@link dev.parley.adapters.rest.RestApi}. */
public final class V1Api implements Feature {

    /** The resources of v1, except the one of the API document. */
    public static final List<Class<?>> RESOURCES = List.of(
            UserResource.class,
            SessionResource.class,
            MeResource.class,
            ActivityResource.class,
            InboxResource.class,
            UnreadResource.class,
            HistoryResource.class,
            ReceiptResource.class,
            MessageResource.class,
            BlockResource.class,
            EventResource.class,
            EventStreamResource.class,
            TicketResource.class);

    private final Set<Object> resources;
    private final RateLimitedUseCase<PresentedCredential, Result> authenticate;
    private final String version;

    /**
     * @param resources one of each of {@link #RESOURCES}
     * @param version the version of the service, for the API document
     */
    public V1Api(Set<Object> resources, RateLimitedUseCase<PresentedCredential, Result> authenticate, String version) {
        this.resources = resources;
        this.authenticate = authenticate;
        this.version = version;
    }

    @Override
    public boolean configure(FeatureContext context) {
        registerResources(context);
        registerAuthentication(context);
        registerForms(context);
        return true;
    }

    /** The error format of v1. */
    public ErrorFormat failures() {
        return new V1ErrorFormat();
    }

    /** The response bodies of v1. */
    public JsonBodies bodies() {
        return V1Json.bodies();
    }

    /** The API document, with the version of the service. */
    public JsonNode document() {
        return OpenApiDocument.read(version);
    }

    private void registerResources(FeatureContext context) {
        resources.forEach(context::register);
        context.register(new OpenApiResource(new ServedFile(MediaType.APPLICATION_JSON, V1Json.bytes(document()))));
    }

    private void registerAuthentication(FeatureContext context) {
        SessionAuthenticator sessions = new SessionAuthenticator(authenticate);
        context.register(new V1Authentication(new TokenAuthentication(sessions)));
    }

    private static void registerForms(FeatureContext context) {
        context.register(new TrailingSlashFilter())
                .register(new NoStoreFilter())
                .register(new JsonObjectReader())
                .register(new ProblemFilter());
    }
}
