package dev.parley.bootstrap.configuration;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
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

/** How much clients may ask for. */
public record RateLimitsConfiguration(
        @JsonProperty(required = true) @NotNull Switch enabled,
        @JsonProperty(required = true) @NotNull @Valid Rate reads,
        @JsonProperty(required = true) @NotNull @Valid Rate sends,
        @JsonProperty(required = true) @NotNull @Valid Rate writes,
        @JsonProperty(required = true) @NotNull @Valid Rate entries,
        @JsonProperty(required = true) @NotNull @Valid Rate failedAuthentications,
        @JsonProperty(required = true) @NotNull @Valid Rate loginsPerAccount,
        @JsonProperty(required = true) @NotNull @Valid Rate loginsPerAddress,
        @JsonProperty(required = true) @NotNull @Valid Rate registrationsPerAddress,
        @JsonProperty(required = true) @NotNull @Valid Rate passwordChanges,
        @JsonProperty(required = true) @NotNull @Valid FailedLogins failedLogins,

        @JsonProperty(required = true) @Min(1000) @Max(10_000_000) int maxClients) {

    /** {@code on} or {@code off}, and also what YAML takes those for. */
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

    /** So many in so much time, and so many at once. */
    public record Rate(
            @JsonProperty(required = true) @Min(1) @Max(RateLimit.MOST) int rate,

            @JsonProperty(required = true)
            @NotNull @MinDuration(value = 1, unit = TimeUnit.MILLISECONDS)
            @MaxDuration(value = 1, unit = TimeUnit.DAYS)
            Duration per,

            @JsonProperty(required = true) @Min(1) @Max(RateLimit.MOST) int burst) {

        RateLimit named(String name) {
            return new RateLimit(name, rate, per.toJavaDuration(), burst);
        }
    }

    /** How long whoever failed has to wait. */
    public record FailedLogins(
            @JsonProperty(required = true) @Min(0) @Max(1_000_000) int free,

            @JsonProperty(required = true) @NotNull @MinDuration(value = 1, unit = TimeUnit.SECONDS)
            Duration firstWait,

            @JsonProperty(required = true) @NotNull @MaxDuration(value = 1, unit = TimeUnit.DAYS)
            Duration longestWait,

            @JsonProperty(required = true) @NotNull @MaxDuration(value = 30, unit = TimeUnit.DAYS)
            Duration forgottenAfter) {

        @ValidationMethod(message = "firstWait, longestWait and forgottenAfter must grow in this order")
        public boolean isGrowing() {
            return firstWait == null
                    || longestWait == null
                    || forgottenAfter == null // said already
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

    /** Tokens and tickets that are nobody's. */
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
