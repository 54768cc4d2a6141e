package dev.parley.bootstrap;

import dev.parley.bootstrap.configuration.HttpConfiguration;
import dev.parley.bootstrap.http.CrossOrigins;
import dev.parley.bootstrap.http.JsonErrorHandler;
import dev.parley.bootstrap.http.PageHeadersFilter;
import dev.parley.bootstrap.http.RequestDeadlines;
import io.dropwizard.core.setup.Environment;
import jakarta.servlet.DispatcherType;
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

    private HttpEdge() {}

    static void protect(
            Environment environment, HttpConfiguration configuration, JsonErrorHandler errors, Clock clock) {
        answerInOurForm(environment, errors);
        environment
                .admin()
                .addFilter("page-headers", new PageHeadersFilter())
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
        allowOrigins(environment, configuration.origins());
        hurry(environment, configuration, clock);
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
        Duration quarter = headers.dividedBy(4).plusMillis(1);
        long pause = (quarter.compareTo(LONGEST_PAUSE) < 0 ? quarter : LONGEST_PAUSE).toMillis();
        ScheduledExecutorService timer = environment
                .lifecycle()
                .scheduledExecutorService("request-deadlines")
                .threads(1)
                .build();
        environment.lifecycle().addServerLifecycleListener(server -> {
            var unused = timer.scheduleWithFixedDelay(
                    new RequestDeadlines(server, headers, whole, clock), pause, pause, TimeUnit.MILLISECONDS);
        });
    }
}
