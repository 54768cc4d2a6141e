package dev.parley.bootstrap.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;

/** A request that is ended if its body does not arrive in time. */
final class TimedBody extends Request.Wrapper {

    private final ClientConnection client;
    private final Set<TimedBody> open;
    private boolean isOver;

    private TimedBody(Request request, Set<TimedBody> open) {
        super(request);
        this.client = ClientConnection.of(request);
        this.open = open;
    }

    /**
     * @param open has the request until its body was read to the end, or the request has completed
     * @param limit from now on
     */
    static TimedBody begin(Request request, Set<TimedBody> open, Scheduler scheduler, Duration limit) {
        TimedBody body = new TimedBody(request, open);
        open.add(body);
        Scheduler.Task deadline = scheduler.schedule(body::end, limit.toMillis(), TimeUnit.MILLISECONDS);
        Request.addCompletionListener(request, failure -> {
            deadline.cancel();
            body.finish();
        });
        return body;
    }

    @Override
    public Content.Chunk read() {
        Content.Chunk chunk = super.read();
        if (chunk != null && chunk.isLast()) {
            finish();
        }
        return chunk;
    }

    /** Ends the request, unless its body is over. A completion waits for it: after that, the connection may serve another. */
    synchronized void end() {
        if (!isOver) {
            isOver = true;
            client.end();
        }
    }

    private void finish() {
        synchronized (this) {
            isOver = true;
        }
        open.remove(this);
    }
}
