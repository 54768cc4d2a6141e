package dev.parley.bootstrap.lifecycle;

import io.dropwizard.lifecycle.Managed;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts of a process that have a thread or an open resource. They stop in the reverse order of their start. */
public final class StartedParts implements Managed, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StartedParts.class);

    private final Deque<Part> parts = new ArrayDeque<>();

    /** Starts a part. If that fails, the part stops with the others. */
    public synchronized void start(String name, Managed part) {
        parts.push(new Part(name, part));
        try {
            part.start();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) { // declared by Managed
            throw new IllegalStateException("expected the %s to start".formatted(name), e);
        }
    }

    /** Starts a part of a module that does not depend on Dropwizard. */
    public void start(String name, Runnable start, Runnable stop) {
        start(name, managed(start, stop));
    }

    /** Adds a part that runs already. */
    public void add(String name, Runnable stop) {
        start(name, managed(() -> {}, stop));
    }

    private static Managed managed(Runnable start, Runnable stop) {
        return new Managed() {
            @Override
            public void start() {
                start.run();
            }

            @Override
            public void stop() {
                stop.run();
            }
        };
    }

    /** Stops every part, also if one of them fails to stop. A second call does nothing. */
    @Override
    public synchronized void stop() {
        boolean interrupted = false;
        while (!parts.isEmpty()) {
            stop(parts.pop());
            interrupted |= Thread.interrupted(); // or the next part would not wait for its own stop
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
    }

    private static void stop(Part part) {
        try {
            part.managed().stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.warn("Interrupted while stopping the {}, stopping the rest", part.name(), e);
        } catch (Exception e) { // declared by Managed
            LOG.warn("Failed to stop the {}, stopping the rest", part.name(), e);
        }
    }

    private record Part(String name, Managed managed) {}
}
