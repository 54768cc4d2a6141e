package dev.parley.bootstrap;

import com.google.inject.Injector;
import dev.parley.adapters.persistence.conversation.GroupedMessageSending;
import dev.parley.bootstrap.configuration.HttpConfiguration;
import dev.parley.bootstrap.health.CommitCanary;
import dev.parley.bootstrap.http.ClosedSessions;
import dev.parley.bootstrap.http.CrossOrigins;
import dev.parley.bootstrap.http.JsonErrorHandler;
import dev.parley.bootstrap.http.Pace;
import dev.parley.bootstrap.http.PageHeadersFilter;
import dev.parley.bootstrap.http.RequestDeadlines;
import dev.parley.bootstrap.http.SlowClientFilter;
import dev.parley.bootstrap.http.SlowClients;
import dev.parley.bootstrap.http.StrictFraming;
import dev.parley.bootstrap.http.UnavailableHandler;
import dev.parley.bootstrap.http.UnfinishedStop;
import dev.parley.bootstrap.metrics.ServiceMetrics;
import io.dropwizard.core.setup.Environment;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;

/** What stands between the network and both ports. */
final class HttpEdge {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    /** For requests to arrive; leaves the last third of the delivered grace period to answer them. */
    private static final Duration WHILE_STOPPING = Duration.ofSeconds(10);

    /** For so long slow clients may have every thread there is. */
    private static final Duration SHORT_PAUSE = Duration.ofMillis(250);

    private HttpEdge() {}

    static void protect(
            Environment environment,
            HttpConfiguration configuration,
            JsonErrorHandler errors,
            ServiceMetrics metrics,
            Clock clock) {
        answerInOurForm(environment, errors);
        environment
                .admin()
                .addFilter("page-headers", new PageHeadersFilter())
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
        environment.lifecycle().addEventListener(new ClosedSessions());
        environment.lifecycle().addEventListener(new UnfinishedStop());
        environment.lifecycle().addEventListener(new StrictFraming());
        allowOrigins(environment, configuration.origins());
        hurry(environment, configuration, clock);
        waitForFew(environment, configuration, metrics);
    }

    private static void answerInOurForm(Environment environment, JsonErrorHandler errors) {
        environment.getApplicationContext().setErrorHandler(errors);
        environment.getAdminContext().setErrorHandler(errors);
        // Requests that are too broken to reach any context are the server's own to answer.
        environment.lifecycle().addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStarting(LifeCycle event) {
                if (event instanceof Server server) {
                    server.setErrorHandler(errors);
                }
            }
        });
    }

    private static void allowOrigins(Environment environment, Set<String> origins) {
        if (!origins.isEmpty()) {
            environment.getApplicationContext().insertHandler(CrossOrigins.allowing(origins));
        }
    }

    private static void hurry(Environment environment, HttpConfiguration configuration, Clock clock) {
        Duration headers = configuration.headersTimeout().toJavaDuration();
        Duration whole = configuration.requestTimeout().toJavaDuration();
        ScheduledExecutorService timer = timer(environment, "request-deadlines");
        long pause = pause(headers, LONGEST_PAUSE);
        environment.lifecycle().addServerLifecycleListener(server -> {
            var unused = timer.scheduleWithFixedDelay(
                    new RequestDeadlines(server, headers, whole, WHILE_STOPPING, clock),
                    pause,
                    pause,
                    TimeUnit.MILLISECONDS);
        });
    }

    /** Around all other filters, as whatever is mapped last here is: what they write counts, too. */
    private static void waitForFew(Environment environment, HttpConfiguration configuration, ServiceMetrics metrics) {
        Duration piece = configuration.answerTimeout().toJavaDuration();
        SlowClients clients = new SlowClients(
                Pace.inAll(configuration.requestTimeout().toJavaDuration()),
                Pace.eachTime(piece),
                configuration.maxSlowClients(),
                System::nanoTime,
                metrics::slowClientEnded);
        FilterRegistration.Dynamic filter =
                environment.servlets().addFilter("slow-clients", new SlowClientFilter(clients));
        filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
        long pause = pause(piece, SHORT_PAUSE);
        var unused =
                timer(environment, "slow-clients").scheduleWithFixedDelay(clients, pause, pause, TimeUnit.MILLISECONDS);
    }

    /** Before all filters, and inside the handler of origins, so that pages of other origins can read the refusal. */
    static void refuseWhileUnavailable(Environment environment, Injector injector) {
        GroupedMessageSending sending = injector.getInstance(GroupedMessageSending.class);
        CommitCanary canary = injector.getInstance(CommitCanary.class);
        ServiceMetrics metrics = injector.getInstance(ServiceMetrics.class);
        environment
                .getApplicationContext()
                .insertHandler(UnavailableHandler.forSends(sending::isFull, metrics::sendShed));
        environment
                .getApplicationContext() // each around the one before
                .insertHandler(UnavailableHandler.forAll(() -> canary.obstacle().isPresent(), metrics::unavailable));
    }

    private static ScheduledExecutorService timer(Environment environment, String name) {
        return environment.lifecycle().scheduledExecutorService(name).threads(1).build();
    }

    /** Looking a quarter of the time late is early enough. */
    private static long pause(Duration limit, Duration longest) {
        Duration quarter = limit.dividedBy(4).plusMillis(1);
        return (quarter.compareTo(longest) < 0 ? quarter : longest).toMillis();
    }
}
