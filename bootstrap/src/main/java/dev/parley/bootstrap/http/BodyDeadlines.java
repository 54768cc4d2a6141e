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
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Ends requests with a body that are not answered in time, because the client sends the body too slowly. The idle time-out
 * of a connection does not end them: it restarts with every byte.
 *
 * <p>While the server stops, the time is shorter, or one slow client would use up the grace period.
 */
public final class BodyDeadlines extends Handler.Wrapper {

    private final Set<ClientConnection> open = ConcurrentHashMap.newKeySet();
    private final Duration limit;
    private final Duration whileStopping;

    /**
     * @param limit from the head of a request to its response
     * @param whileStopping from the begin of the stop, for requests that are open then
     */
    public BodyDeadlines(Duration limit, Duration whileStopping) {
        this.limit = limit;
        this.whileStopping = whileStopping;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (mayHaveBody(request)) {
            time(request);
        }
        return super.handle(request, response, callback);
    }

    /** Streams and long polls have none, and take longer. */
    private static boolean mayHaveBody(Request request) {
        return request.getLength() > 0
                || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)
                || (request.getLength() < 0
                        && !HttpMethod.GET.is(request.getMethod())
                        && !HttpMethod.HEAD.is(request.getMethod()));
    }

    private void time(Request request) {
        ClientConnection client = ClientConnection.of(request);
        open.add(client);
        Scheduler.Task end = schedule(getServer(), client::end, limit);
        Request.addCompletionListener(request, failure -> {
            end.cancel();
            open.remove(client);
        });
    }

    /** For the server. It is not this handler itself, because Jetty would start that a second time, as a part of the server. */
    public LifeCycle.Listener stopListener() {
        return new LifeCycle.Listener() {
            @Override
            public void lifeCycleStopping(LifeCycle event) {
                if (event instanceof Server server) {
                    schedule(server, () -> open.forEach(ClientConnection::end), whileStopping);
                }
            }
        };
    }

    private static Scheduler.Task schedule(Server server, Runnable task, Duration delay) {
        return server.getScheduler().schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    }
}
