package dev.parley.bootstrap.configuration;

import dev.parley.domain.session.SessionPolicy;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDuration;
import io.dropwizard.validation.ValidationMethod;
import jakarta.validation.constraints.NotNull;
import java.util.concurrent.TimeUnit;

/** The lifetime of sessions. */
public record SessionsConfiguration(
        @NotNull @MinDuration(value = 1, unit = TimeUnit.MINUTES)
        Duration lifetime,

        @NotNull @MinDuration(value = 0, unit = TimeUnit.SECONDS)
        Duration seenInterval) {

    @ValidationMethod(message = "seenInterval must be shorter than lifetime")
    public boolean isSeenBeforeItExpires() {
        return seenInterval == null
                || lifetime == null // reported already
                || seenInterval.toJavaDuration().compareTo(lifetime.toJavaDuration()) < 0;
    }

    public SessionPolicy policy() {
        return new SessionPolicy(lifetime.toJavaDuration(), seenInterval.toJavaDuration());
    }
}
