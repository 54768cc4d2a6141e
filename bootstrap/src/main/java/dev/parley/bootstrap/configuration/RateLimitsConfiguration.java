package dev.parley.bootstrap.configuration;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.domain.limit.BackOff;
import dev.parley.domain.limit.LoginRates;
import dev.parley.domain.limit.RateLimit;
import dev.parley.domain.limit.RequestRates;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MaxDuration;
import io.dropwizard.validation.MinDuration;
import io.dropwizard.validation.ValidationMethod;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.concurrent.TimeUnit;

/** The limits of clients. */
public record RateLimitsConfiguration(
        @NotNull Switch enabled,
        @NotNull @Valid Rate reads,
        @NotNull @Valid Rate sends,
        @NotNull @Valid Rate writes,
        @NotNull @Valid Rate entries,
        @NotNull @Valid Rate failedAuthentications,
        @NotNull @Valid Rate loginsPerAccount,
        @NotNull @Valid Rate loginsPerAddress,
        @NotNull @Valid Rate registrationsPerAddress,
        @NotNull @Valid Rate passwordChanges,
        @NotNull @Valid FailedLogins failedLogins,

        @Min(1000) @Max(10_000_000) int maxClients) {

    /** {@code on} or {@code off}, and the booleans that YAML reads them as. */
    public enum Switch {
        ON,
        OFF;

        @JsonCreator
        static Switch of(String text) {
            return switch (text) {
                case "on", "true" -> ON;
                case "off", "false" -> OFF;
                default -> throw new IllegalArgumentException("it is on or off");
            };
        }

        @JsonValue
        String text() {
            return this == ON ? "on" : "off";
        }
    }

    /** A number of permits per interval, and the largest burst. */
    public record Rate(
            @Min(1) @Max(RateLimit.MOST) int rate,

            @NotNull @MinDuration(value = 1, unit = TimeUnit.MILLISECONDS) @MaxDuration(value = 1, unit = TimeUnit.DAYS)
            Duration per,

            @Min(1) @Max(RateLimit.MOST) int burst) {

        RateLimit named(String name) {
            return new RateLimit(name, rate, per.toJavaDuration(), burst);
        }
    }

    /** How long a client waits after failed logins. */
    public record FailedLogins(
            @Min(0) @Max(1_000_000) int free,

            @NotNull @MinDuration(value = 1, unit = TimeUnit.SECONDS)
            Duration firstWait,

            @NotNull @MaxDuration(value = 1, unit = TimeUnit.DAYS)
            Duration longestWait,

            @NotNull @MaxDuration(value = 30, unit = TimeUnit.DAYS)
            Duration forgottenAfter) {

        @ValidationMethod(message = "firstWait, longestWait and forgottenAfter must grow in this order")
        public boolean isGrowing() {
            return firstWait == null
                    || longestWait == null
                    || forgottenAfter == null // reported already
                    || (firstWait.toNanoseconds() <= longestWait.toNanoseconds()
                            && longestWait.toNanoseconds() < forgottenAfter.toNanoseconds());
        }

        BackOff backOff() {
            return new BackOff(
                    free, firstWait.toJavaDuration(), longestWait.toJavaDuration(), forgottenAfter.toJavaDuration());
        }
    }

    public boolean areOn() {
        return enabled == Switch.ON;
    }

    public RequestRates requests() {
        return new RequestRates(
                reads.named("reads"), sends.named("sends"), writes.named("writes"), entries.named("entries"));
    }

    /** The limit of requests with invalid tokens or tickets. */
    public RateLimit authenticationFailures() {
        return failedAuthentications.named("failed-authentications");
    }

    public LoginRates logins() {
        return new LoginRates(
                loginsPerAccount.named("logins-account"), loginsPerAddress.named("logins-address"), backOff());
    }

    public BackOff backOff() {
        return failedLogins.backOff();
    }

    public RateLimit registrations() {
        return registrationsPerAddress.named("registrations");
    }

    public RateLimit passwords() {
        return passwordChanges.named("passwords");
    }
}
