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
 * One line for each request to the API, however it ended: method, path, status, milliseconds, user, address.
 *
 * <p>Never a query, a header or a body: they can hold what nobody may read. The path is logged as it came, percent
 * encodings and all; what should have been encoded and was not is masked, so it can neither forge a line nor command
 * the terminal of who reads it.
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

    /** Probes and scrapes on the admin port come every few seconds for ever, and say nothing. */
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
