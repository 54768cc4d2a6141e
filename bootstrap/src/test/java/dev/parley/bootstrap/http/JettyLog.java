package dev.parley.bootstrap.http;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** Every step of every write is otherwise told, and there are many. */
final class JettyLog {

    private JettyLog() {}

    static void quieten() {
        if (LoggerFactory.getLogger("org.eclipse.jetty") instanceof Logger jetty) {
            jetty.setLevel(Level.WARN);
        }
    }
}
