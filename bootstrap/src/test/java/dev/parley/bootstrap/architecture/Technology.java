package dev.parley.bootstrap.architecture;

import java.util.List;
import java.util.stream.Stream;

/**
 * A technology of the service.
 *
 * @param packages a package pattern
 * @param homes the parts that may use it, never the domain or the application
 */
record Technology(String packages, List<Part> homes) {

    static Stream<Technology> all() {
        return Stream.of(http(), data(), running()).flatMap(technologies -> technologies);
    }

    private static Stream<Technology> http() {
        return at(
                List.of(Part.REST, Part.BOOTSTRAP),
                "jakarta.ws.rs..",
                "jakarta.servlet..",
                "io.dropwizard..",
                "org.glassfish.jersey..");
    }

    private static Stream<Technology> data() {
        return Stream.concat(
                at(
                        List.of(Part.PERSISTENCE, Part.BOOTSTRAP),
                        "org.jdbi..",
                        "java.sql..",
                        "javax.sql..",
                        "org.postgresql..",
                        "com.github.benmanes.caffeine.."),
                at(List.of(Part.REST, Part.PERSISTENCE, Part.BOOTSTRAP), "com.fasterxml.jackson.."));
    }

    private static Stream<Technology> running() {
        return at(
                List.of(Part.BOOTSTRAP),
                "com.google.inject..",
                "jakarta.inject..",
                "org.eclipse.jetty..",
                "liquibase..",
                "io.zonky..",
                "io.prometheus..",
                "com.codahale.metrics..",
                "org.bouncycastle..");
    }

    private static Stream<Technology> at(List<Part> homes, String... packages) {
        return Stream.of(packages).map(pattern -> new Technology(pattern, homes));
    }
}
