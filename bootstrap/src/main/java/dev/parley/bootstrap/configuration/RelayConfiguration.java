package dev.parley.bootstrap.configuration;

import dev.parley.application.port.out.activity.ActivityOutbox;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.concurrent.TimeUnit;

/** The relay of activities from the outbox to the activity database. */
public record RelayConfiguration(
        @Min(1) @Max(ActivityOutbox.MAX_BATCH) int batch,

        @NotNull @MinDuration(value = 1, unit = TimeUnit.MILLISECONDS)
        Duration idle,

        @NotNull @MinDuration(value = 1, unit = TimeUnit.SECONDS)
        Duration maxLag) {}
