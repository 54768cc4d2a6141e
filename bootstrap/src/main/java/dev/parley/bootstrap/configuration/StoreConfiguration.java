package dev.parley.bootstrap.configuration;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDuration;
import io.dropwizard.validation.ValidationMethod;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.concurrent.TimeUnit;

/**
 * How to reach and use one of the two databases.
 *
 * @param url JDBC URL; blank for the embedded database
 */
public record StoreConfiguration(
        @NotNull @Pattern(regexp = "\\s*|jdbc:postgresql://\\S+", message = "must begin with jdbc:postgresql://") String url,

        @NotNull String user,
        @NotNull String password,
        @Min(2) @Max(500) int maxConnections,

        @NotNull @MinDuration(value = 1, unit = TimeUnit.MILLISECONDS)
        Duration maxWaitForConnection,

        @NotNull @MinDuration(value = 1, unit = TimeUnit.MILLISECONDS)
        Duration statementTimeout,

        @NotNull @MinDuration(value = 1, unit = TimeUnit.MILLISECONDS)
        Duration lockTimeout,

        @NotNull @MinDuration(value = 1, unit = TimeUnit.MILLISECONDS)
        Duration idleInTransactionTimeout,

        @NotNull @MinDuration(value = 1, unit = TimeUnit.SECONDS)
        Duration socketTimeout) {

    public boolean isExternal() {
        return !url.isBlank();
    }

    @ValidationMethod(message = "socketTimeout must be longer than statementTimeout")
    @JsonIgnore
    public boolean isPatientWithStatements() {
        return socketTimeout == null
                || statementTimeout == null // reported already
                || socketTimeout.toJavaDuration().compareTo(statementTimeout.toJavaDuration()) > 0;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "StoreConfiguration[" + (isExternal() ? url.replaceAll("\\?.*", "") : "embedded") + "]";
    }
}
