package dev.parley.planted.application.service.user;

import com.codahale.metrics.Metric;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.google.inject.Injector;
import dev.parley.planted.Breaks;
import io.dropwizard.core.Configuration;
import io.prometheus.metrics.core.metrics.Counter;
import io.zonky.test.db.postgres.util.ArchUtils;
import jakarta.inject.Provider;
import jakarta.servlet.Servlet;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.util.List;
import javax.sql.DataSource;
import liquibase.Liquibase;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.eclipse.jetty.server.Server;
import org.glassfish.jersey.server.ResourceConfig;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.PGConnection;

/** A service that uses every technology. */
@Breaks({
    "02-application-uses-the-domain",
    "06-home-of-jakarta.ws.rs..",
    "06-home-of-jakarta.servlet..",
    "06-home-of-io.dropwizard..",
    "06-home-of-org.glassfish.jersey..",
    "06-home-of-org.eclipse.jetty..",
    "06-home-of-org.jdbi..",
    "06-home-of-java.sql..",
    "06-home-of-javax.sql..",
    "06-home-of-org.postgresql..",
    "06-home-of-com.github.benmanes.caffeine..",
    "06-home-of-liquibase..",
    "06-home-of-io.zonky..",
    "06-home-of-com.fasterxml.jackson..",
    "06-home-of-com.google.inject..",
    "06-home-of-jakarta.inject..",
    "06-home-of-io.prometheus..",
    "06-home-of-com.codahale.metrics..",
    "06-home-of-org.bouncycastle.."
})
final class PoweredService {

    static final List<Class<?>> POWERS = List.of(
            Response.class,
            Servlet.class,
            Configuration.class,
            ResourceConfig.class,
            Server.class,
            Jdbi.class,
            Connection.class,
            DataSource.class,
            PGConnection.class,
            Cache.class,
            Liquibase.class,
            ArchUtils.class,
            ObjectMapper.class,
            Injector.class,
            Provider.class,
            Counter.class,
            Metric.class,
            Argon2Parameters.class);
}
