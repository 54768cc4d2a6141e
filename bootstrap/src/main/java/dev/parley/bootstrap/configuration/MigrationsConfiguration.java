package dev.parley.bootstrap.configuration;

import jakarta.validation.constraints.NotNull;

/** Who changes the schemas of external databases, and whether at the start; blank users are those of the stores. */
public record MigrationsConfiguration(
        boolean atStart,
        @NotNull String user,
        @NotNull String password,
        @NotNull String activityUser,
        @NotNull String activityPassword) {

    /** Never the passwords. */
    @Override
    public String toString() {
        return "MigrationsConfiguration[atStart=" + atStart + "]";
    }
}
