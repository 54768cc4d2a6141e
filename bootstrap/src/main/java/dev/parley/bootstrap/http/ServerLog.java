package dev.parley.bootstrap.http;

import dev.parley.adapters.rest.request.RequestContext;
import dev.parley.domain.shared.Text;
import dev.parley.domain.user.UserId;
import java.time.Duration;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Logs one line for each request to the API, whatever its outcome: method, path, status, milliseconds, user, address.
 *
 * <p>Queries, headers and bodies are never logged: they can contain secrets. The path is logged as received, with its percent
 * encodings. Characters that should have been encoded are masked, so that they cannot forge a line or control a terminal.
 */
final class ServerLog implements RequestLog {

    private static final Pattern UNENCODED = Pattern.compile("[^!-~]");
    private static final Logger LOG = LoggerFactory.getLogger("parley.request");

    @Override
    public void log(Request request, Response response) {
        if (isOfTheApi(request) && LOG.isInfoEnabled()) {
            RequestContext context = RequestIds.contextOf(request);
            try (MDC.MDCCloseable ignored =
                    MDC.putCloseable("request_id", context.id().orElse("-"))) {
                LOG.info(
                        "{} {} {} {}ms user={} from={}",
                        request.getMethod(),
                        path(request),
                        response.getStatus(),
                        Duration.ofNanos(System.nanoTime() - request.getBeginNanoTime())
                                .toMillis(),
                        context.user().<Object>map(UserId::value).orElse("-"),
                        orDash(Request.getRemoteAddr(request)));
            }
        }
    }

    /** Probes and scrapes of the admin port would fill the log. */
    private static boolean isOfTheApi(Request request) {
        return !"admin".equals(request.getConnectionMetaData().getConnector().getName());
    }

    private static Object path(Request request) {
        @Nullable String path = request.getHttpURI().getPath();
        return path == null ? orDash(null) : masked(path);
    }

    private static String masked(String path) {
        return Text.isOnly(path, one -> one >= '!' && one <= '~')
                ? path
                : UNENCODED.matcher(path).replaceAll("?");
    }

    private static Object orDash(@Nullable Object value) {
        return value == null ? "-" : value;
    }
}
