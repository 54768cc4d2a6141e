package dev.parley.bootstrap.configuration;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.core.Configuration;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;

/** The keys of {@code config.yml} that are Parley's own, beside Dropwizard's; what they mean is written there. */
public final class ParleyConfiguration extends Configuration {

    private final Path dataDirectory;
    private final StoreConfiguration database;
    private final StoreConfiguration activityDatabase;
    private final MigrationsConfiguration migrations;
    private final SessionsConfiguration sessions;
    private final PasswordsConfiguration passwords;
    private final RelayConfiguration relay;

    public ParleyConfiguration(
            @JsonProperty(value = "dataDirectory", required = true) Path dataDirectory,
            @JsonProperty(value = "database", required = true) StoreConfiguration database,
            @JsonProperty(value = "activityDatabase", required = true) StoreConfiguration activityDatabase,
            @JsonProperty(value = "migrations", required = true) MigrationsConfiguration migrations,
            @JsonProperty(value = "sessions", required = true) SessionsConfiguration sessions,
            @JsonProperty(value = "passwords", required = true) PasswordsConfiguration passwords,
            @JsonProperty(value = "relay", required = true) RelayConfiguration relay) {
        this.dataDirectory = dataDirectory;
        this.database = database;
        this.activityDatabase = activityDatabase;
        this.migrations = migrations;
        this.sessions = sessions;
        this.passwords = passwords;
        this.relay = relay;
    }

    @NotNull public Path getDataDirectory() {
        return dataDirectory;
    }

    @NotNull @Valid public StoreConfiguration getDatabase() {
        return database;
    }

    @NotNull @Valid public StoreConfiguration getActivityDatabase() {
        return activityDatabase;
    }

    @NotNull @Valid public MigrationsConfiguration getMigrations() {
        return migrations;
    }

    @NotNull @Valid public SessionsConfiguration getSessions() {
        return sessions;
    }

    @NotNull @Valid public PasswordsConfiguration getPasswords() {
        return passwords;
    }

    @NotNull @Valid public RelayConfiguration getRelay() {
        return relay;
    }
}
