package dev.parley.bootstrap.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * Ends requests whose body does not arrive in time, because the client sends it too slowly. The idle time-out of a connection
 * does not end them: it restarts with every byte. The time that the server takes after the body is not counted.
 *
 * <p>While the server stops, the time is shorter, or one slow client would use up the grace period.
 */
public final class BodyDeadlines extends Handler.Wrapper {

    private final Set<TimedBody> open = ConcurrentHashMap.newKeySet();
    private final Duration limit;
    private final Duration whileStopping;

    /**
     * @param limit from the head of a request to the end of its body
     * @param whileStopping from the begin of the stop, for bodies that are incomplete then
     */
    public BodyDeadlines(Duration limit, Duration whileStopping) {
        this.limit = limit;
        this.whileStopping = whileStopping;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(
                mayHaveBody(request)
                        ? TimedBody.begin(request, open, getServer().getScheduler(), limit)
                        : request,
                response,
                callback);
    }

    /** Streams and long polls have none, and take longer. */
    private static boolean mayHaveBody(Request request) {
        return request.getLength() > 0
                || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)
                || (request.getLength() < 0
                        && !HttpMethod.GET.is(request.getMethod())
                        && !HttpMethod.HEAD.is(request.getMethod()));
    }

    /** For the server. It is not this handler itself, because Jetty would start that a second time, as a part of the server. */
    public LifeCycle.Listener stopListener() {
        return new LifeCycle.Listener() {
            @Override
            public void lifeCycleStopping(LifeCycle event) {
                if (event instanceof Server server) {
                    server.getScheduler()
                            .schedule(
                                    () -> open.forEach(TimedBody::end),
                                    whileStopping.toMillis(),
                                    TimeUnit.MILLISECONDS);
                }
            }
        };
    }
}
