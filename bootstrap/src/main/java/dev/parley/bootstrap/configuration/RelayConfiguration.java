package dev.parley.bootstrap.configuration;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.application.port.out.activity.ActivityOutbox;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.concurrent.TimeUnit;

/** How activities travel from the outbox to the log store. */
public record RelayConfiguration(
        @JsonProperty(required = true) @Min(1) @Max(ActivityOutbox.MAX_BATCH) int batch,

        @JsonProperty(required = true) @NotNull @MinDuration(value = 1, unit = TimeUnit.MILLISECONDS)
        Duration idle,

        @JsonProperty(required = true) @NotNull @MinDuration(value = 1, unit = TimeUnit.SECONDS)
        Duration maxLag) {}
