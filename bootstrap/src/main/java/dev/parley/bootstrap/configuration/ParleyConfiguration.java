package dev.parley.bootstrap.configuration;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.bootstrap.http.AdminHosts;
import dev.parley.bootstrap.http.TrustedProxies;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.server.AbstractServerFactory;
import io.dropwizard.validation.ValidationMethod;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The keys of {@code config.yml} that Parley adds to Dropwizard's. The file explains them. */
public final class ParleyConfiguration extends Configuration {

    @NotBlank private final String dataDirectory;

    private static final int IDLE_PER_THREAD = 4;

    private final StoreConfiguration database;
    private final StoreConfiguration activityDatabase;
    private final MigrationsConfiguration migrations;
    private final SessionsConfiguration sessions;
    private final PasswordsConfiguration passwords;
    private final RelayConfiguration relay;
    private final EventsConfiguration events;
    private final HttpConfiguration http;
    private final boolean adminOpen;
    private final List<String> adminHosts;
    private final RateLimitsConfiguration rateLimits;
    private final List<String> trustedProxies;

    public ParleyConfiguration(
            String dataDirectory,
            StoreConfiguration database,
            StoreConfiguration activityDatabase,
            MigrationsConfiguration migrations,
            SessionsConfiguration sessions,
            PasswordsConfiguration passwords,
            RelayConfiguration relay,
            EventsConfiguration events,
            HttpConfiguration http,
            boolean adminOpen,
            @JsonProperty("adminHosts") @Nullable List<String> adminHosts,
            RateLimitsConfiguration rateLimits,
            List<String> trustedProxies) {
        this.dataDirectory = dataDirectory;
        this.database = database;
        this.activityDatabase = activityDatabase;
        this.migrations = migrations;
        this.sessions = sessions;
        this.passwords = passwords;
        this.relay = relay;
        this.events = events;
        this.http = http;
        this.adminOpen = adminOpen;
        this.adminHosts = Optional.ofNullable(adminHosts).orElseGet(List::of);
        this.rateLimits = rateLimits;
        this.trustedProxies = trustedProxies;
    }

    /** Jackson would parse a path with a colon as a URI. */
    public Path getDataDirectory() {
        return Path.of(dataDirectory);
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

    @NotNull @Valid public EventsConfiguration getEvents() {
        return events;
    }

    @NotNull @Valid public HttpConfiguration getHttp() {
        return http;
    }

    /** Of the API: one for each stream, each poll and each thread, and some idle ones. */
    public int maxConnections() {
        int threads = getServerFactory() instanceof AbstractServerFactory server ? server.getMaxThreads() : 1;
        return events.maxStreams() + events.maxPolls() + IDLE_PER_THREAD * threads;
    }

    @ValidationMethod(
            message =
                    "the admin port does not authenticate clients and may listen on loopback only: to open it anyway,"
                            + " set PARLEY_ADMIN_OPEN=true (adminOpen)")
    @JsonIgnore
    public boolean isAdminOpenOnPurpose() {
        return adminOpen || AdminReach.isThisMachine(getServerFactory());
    }

    @NotNull public List<@NotNull String> getAdminHosts() {
        return adminHosts;
    }

    @ValidationMethod(
            message =
                    "PARLEY_ADMIN_HOSTS (adminHosts) are names, such as parley.internal, without scheme, port or final dot")
    @JsonIgnore
    public boolean isAdminCalledByNames() {
        return adminHosts.stream().filter(Objects::nonNull).allMatch(AdminHosts::isName);
    }

    public AdminHosts adminHosts() {
        return AdminHosts.of(adminHosts, adminOpen);
    }

    @NotNull @Valid public RateLimitsConfiguration getRateLimits() {
        return rateLimits;
    }

    @NotNull public List<@NotNull String> getTrustedProxies() {
        return trustedProxies;
    }

    @ValidationMethod(message = "trustedProxies are addresses, such as 192.0.2.1, and blocks, such as 10.0.0.0/8")
    @JsonIgnore
    public boolean isTrustingAddresses() {
        return trustedProxies == null // reported already
                || TrustedProxies.areBlocks(
                        trustedProxies.stream().map(String::valueOf).toList());
    }

    @ValidationMethod(message = "useForwardedHeaders trusts every client: name your proxies in trustedProxies")
    @JsonIgnore
    public boolean isTrustingNamedProxiesOnly() {
        return ForwardedHeaders.areIgnored(getServerFactory());
    }

    @ValidationMethod(message = "database.url and activityDatabase.url must be set both or neither")
    @JsonIgnore
    public boolean isOfOneKind() {
        return Stream.of(Optional.ofNullable(database), Optional.ofNullable(activityDatabase))
                        .anyMatch(store -> store.map(StoreConfiguration::url).isEmpty()) // reported already
                || database.isExternal() == activityDatabase.isExternal();
    }
}
