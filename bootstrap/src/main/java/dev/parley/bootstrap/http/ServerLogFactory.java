package dev.parley.bootstrap.http;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.dropwizard.request.logging.RequestLogFactory;
import org.eclipse.jetty.server.RequestLog;

/** {@code requestLog: {type: parley}}: requests are logged where all else is. */
@JsonTypeName("parley")
public final class ServerLogFactory implements RequestLogFactory<RequestLog> {

    @Override
    public boolean isEnabled() {
        return true;
    }

    @Override
    public RequestLog build(String name) {
        return new ServerLog();
    }
}
