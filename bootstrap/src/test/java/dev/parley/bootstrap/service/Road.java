package dev.parley.bootstrap.service;

import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** How a {@link Follower} gets to the service. */
interface Road {

    /** Where to connect. */
    URI next();

    /** What arrives of what was sent on the connection. */
    default InputStream over(InputStream sent) {
        return sent;
    }

    /** To one node after the other, beginning with the first. */
    static Road to(URI... nodes) {
        List<URI> all = List.of(nodes);
        AtomicInteger connections = new AtomicInteger();
        return () -> all.get(connections.getAndIncrement() % all.size());
    }
}
