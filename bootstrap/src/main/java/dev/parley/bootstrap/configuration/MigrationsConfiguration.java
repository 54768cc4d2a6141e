package dev.parley.bootstrap.configuration;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;

/** Who changes the schemas of external databases, and whether at the start; blank users are those of the stores. */
public record MigrationsConfiguration(
        @JsonProperty(required = true) boolean atStart,
        @JsonProperty(required = true) @NotNull String user,
        @JsonProperty(required = true) @NotNull String password,
        @JsonProperty(required = true) @NotNull String activityUser,
        @JsonProperty(required = true) @NotNull String activityPassword) {

    /** Never the passwords. */
    @Override
    public String toString() {
        return "MigrationsConfiguration[atStart=" + atStart + "]";
    }
}
