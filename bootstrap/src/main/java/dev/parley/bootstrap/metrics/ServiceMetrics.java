package dev.parley.bootstrap.metrics;

import dev.parley.application.port.in.session.LogInUseCase;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.SendResult;
import dev.parley.domain.limit.PermitResults;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.time.Duration;

/**
 * What the service counts of its own work, for {@code /prometheus}.
 *
 * <p>Durations are histograms in seconds, because summaries do not add up over nodes. No label ever names a user: that
 * would be a time series each.
 */
public final class ServiceMetrics {

    private static final double[] BUCKETS = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};

    private final Histogram requests;
    private final Counter messages;
    private final Counter logins;
    private final Counter limited;
    private final Counter shed;
    private final Counter unavailable;

    public ServiceMetrics(PrometheusRegistry registry) {
        this.requests = Histogram.builder()
                .name("parley_http_request_duration_seconds")
                .help("Time from the matching of a request to the end of its answer.")
                .unit(Unit.SECONDS)
                .classicOnly()
                .classicUpperBounds(BUCKETS)
                .labelNames("method", "endpoint", "status")
                .register(registry);
        this.messages = Counter.builder()
                .name("parley_messages_sent_total")
                .help("Messages acknowledged, held ones too.")
                .register(registry);
        this.logins = Counter.builder()
                .name("parley_logins_total")
                .help("Logins by outcome.")
                .labelNames("result")
                .register(registry);
        this.limited = Counter.builder()
                .name("parley_rate_limited_total")
                .help("Requests refused because their client asked for too much, by the limit.")
                .labelNames("limit")
                .register(registry);
        this.shed = Counter.builder()
                .name("parley_sends_shed_total")
                .help("Sends refused without reading them, because too many waited.")
                .register(registry);
        this.unavailable = Counter.builder()
                .name("parley_requests_unavailable_total")
                .help(
                        "Requests refused at once because the database did not commit or the clock of the node was wrong.")
                .register(registry);
        logins.initLabelValues("ok");
        logins.initLabelValues("failed");
    }

    /** @param endpoint the path template, never the path: names of users are in it */
    void request(String method, String endpoint, int status, Duration took) {
        requests.labelValues(method, endpoint, Integer.toString(status)).observe(Unit.nanosToSeconds(took.toNanos()));
    }

    /** Counts the send if its message was acknowledged for the first time, and returns it. */
    public SendResult counted(SendResult result) {
        if (result instanceof SendResult.Sent(Message message, boolean replayed) && !replayed) {
            messages.inc();
        }
        return result;
    }

    /** Counts a refused request by its limits, and returns the state of these. */
    public PermitResults counted(PermitResults results) {
        if (!results.areGranted()) {
            refused(results);
        }
        return results;
    }

    void refused(PermitResults results) {
        results.tightest().stream()
                .filter(result -> !result.isGranted())
                .forEach(result -> limited.labelValues(result.limit().name()).inc());
    }

    /** Counts a send that was refused without reading it. */
    public void sendShed() {
        shed.inc();
    }

    /** A request was refused because the node could not serve it. */
    public void unavailable() {
        unavailable.inc();
    }

    /** Counts the login by its outcome. */
    public void login(LogInUseCase.Result result) {
        logins.labelValues(result instanceof LogInUseCase.Result.LoggedIn ? "ok" : "failed")
                .inc();
    }
}
