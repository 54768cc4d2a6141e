package dev.parley.bootstrap.service;

import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** How a {@link StreamingDevice} connects to the service. */
interface NetworkRoute {

    /** The node to connect to. */
    URI next();

    /** What arrives of the bytes sent on the connection. */
    default InputStream over(InputStream sent) {
        return sent;
    }

    /** Connects to the nodes in turn, beginning with the first. */
    static NetworkRoute to(URI... nodes) {
        List<URI> all = List.of(nodes);
        AtomicInteger connections = new AtomicInteger();
        return () -> all.get(connections.getAndIncrement() % all.size());
    }
}
