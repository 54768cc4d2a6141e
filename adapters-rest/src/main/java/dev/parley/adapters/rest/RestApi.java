package dev.parley.adapters.rest;

import dev.parley.adapters.rest.answer.AnswerFilter;
import dev.parley.adapters.rest.answer.AnswerRooms;
import dev.parley.adapters.rest.auth.AuthenticatedCaller;
import dev.parley.adapters.rest.docs.DocsResource;
import dev.parley.adapters.rest.docs.SwaggerUi;
import dev.parley.adapters.rest.error.ErrorFormatByPath;
import dev.parley.adapters.rest.error.FailureFilter;
import dev.parley.adapters.rest.error.FailureMapper;
import dev.parley.adapters.rest.legacy.LegacyApi;
import dev.parley.adapters.rest.limit.Admission;
import dev.parley.adapters.rest.limit.LimitFilter;
import dev.parley.adapters.rest.limit.LimitHeadersFilter;
import dev.parley.adapters.rest.request.AnswerBudget;
import dev.parley.adapters.rest.request.NoSniffFilter;
import dev.parley.adapters.rest.request.OptionsFilter;
import dev.parley.adapters.rest.request.SemicolonsInPaths;
import dev.parley.adapters.rest.request.UnreadBody;
import dev.parley.adapters.rest.request.UnreadableHeaders;
import dev.parley.adapters.rest.v1.V1Api;
import dev.parley.adapters.rest.v1.http.V1Path;
import dev.parley.application.port.in.limit.AdmitRequestUseCase;
import io.dropwizard.auth.AuthValueFactoryProvider;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.util.List;
import org.glassfish.jersey.server.ServerProperties;

/**
 * Registers all APIs, and the filters and mappers that they share, with Jersey.
 *
 * <p>The server must register no other exception mappers and no WADL. A filter before Jersey must set the id of the
 * request's {@link dev.parley.adapters.rest.request.RequestContext}.
 */
public final class RestApi implements Feature {

    private final LegacyApi legacy;
    private final V1Api v1;
    private final AdmitRequestUseCase admit;
    private final AnswerBudget budget;

    /** @param admit checks rate limits */
    public RestApi(LegacyApi legacy, V1Api v1, AdmitRequestUseCase admit) {
        this(legacy, v1, admit, AnswerBudget.ofHeap());
    }

    /**
     * @param admit checks rate limits
     * @param budget the memory that the large responses of all APIs share
     */
    public RestApi(LegacyApi legacy, V1Api v1, AdmitRequestUseCase admit, AnswerBudget budget) {
        this.admit = admit;
        this.legacy = legacy;
        this.v1 = v1;
        this.budget = budget;
    }

    @Override
    public boolean configure(FeatureContext context) {
        context.property(ServerProperties.WADL_FEATURE_DISABLE, true);
        FailureFilter failures =
                new FailureFilter(new ErrorFormatByPath(V1Path.ROOT, v1.failures(), legacy.failures()));
        AnswerRooms rooms = new AnswerRooms();
        context.register(new UnreadableHeaders())
                .register(new SemicolonsInPaths())
                .register(new UnreadBody())
                .register(new OptionsFilter())
                .register(new NoSniffFilter())
                .register(new AuthValueFactoryProvider.Binder<>(AuthenticatedCaller.class))
                .register(new LimitFilter(new Admission(admit)))
                .register(new LimitHeadersFilter())
                .register(new FailureMapper())
                .register(failures)
                .register(new AnswerFilter(List.of(legacy.bodies(), v1.bodies()), budget, rooms, failures))
                .register(rooms)
                .register(new DocsResource(SwaggerUi.files()))
                .register(legacy)
                .register(v1);
        return true;
    }
}
