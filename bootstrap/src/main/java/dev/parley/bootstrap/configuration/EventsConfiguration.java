package dev.parley.bootstrap.configuration;

import dev.parley.adapters.rest.v1.event.follow.EventConnectionSettings;
import io.dropwizard.util.DataSize;
import io.dropwizard.util.DataSizeUnit;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDataSize;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.concurrent.TimeUnit;

/** The retention of events, and the limits of streams and polls. */
public record EventsConfiguration(
        @NotNull @MinDuration(value = 1, unit = TimeUnit.HOURS)
        Duration retention,

        @Min(1) int maxStreams,
        @Min(1) int maxPolls,
        @Min(1) int maxPerSession,
        @Min(1) int maxReadings,

        @NotNull @MinDataSize(value = 1, unit = DataSizeUnit.MEBIBYTES)
        DataSize maxUnwritten,

        @NotNull @MinDuration(value = 1, unit = TimeUnit.SECONDS)
        Duration heartbeat,

        @NotNull @MinDuration(value = 1, unit = TimeUnit.SECONDS)
        Duration slowAfter,

        @NotNull @MinDuration(value = 1, unit = TimeUnit.SECONDS)
        Duration sessionCheck,

        @NotNull @MinDuration(value = 0, unit = TimeUnit.SECONDS)
        Duration shutdownSpread) {

    public EventConnectionSettings following() {
        return new EventConnectionSettings(
                maxStreams,
                maxPolls,
                maxPerSession,
                maxReadings,
                maxUnwritten.toBytes(),
                heartbeat.toJavaDuration(),
                slowAfter.toJavaDuration(),
                sessionCheck.toJavaDuration(),
                shutdownSpread.toJavaDuration());
    }
}
