package dev.parley.bootstrap.configuration;

import jakarta.validation.constraints.NotNull;

/** Whether the start migrates external databases, and as which users; blank for the users of the databases. */
public record MigrationsConfiguration(
        boolean atStart,
        @NotNull String user,
        @NotNull String password,
        @NotNull String activityUser,
        @NotNull String activityPassword) {

    /** Without the passwords. */
    @Override
    public String toString() {
        return "MigrationsConfiguration[atStart=" + atStart + "]";
    }
}
