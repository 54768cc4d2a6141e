package dev.parley.bootstrap.configuration;

import java.util.Optional;

/** The version of this build. */
public final class Version {

    private Version() {}

    /** From the manifest of the jar; {@code development} outside a jar. */
    public static String current() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
