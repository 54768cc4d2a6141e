package dev.parley.bootstrap.configuration;

import java.util.Optional;

/** Which build this is. */
public final class Version {

    private Version() {}

    /** As the jar's manifest has it; {@code development} outside a jar. */
    public static String current() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
