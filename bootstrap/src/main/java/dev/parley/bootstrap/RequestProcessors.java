package dev.parley.bootstrap;

import dev.parley.bootstrap.configuration.ParleyConfiguration;
import java.util.OptionalInt;

/**
 * On how many processors requests run at a time. A PostgreSQL that runs on the same machine gets the other half, as it gets half of
 * the memory: it works for all requests, and one that wants to go on should not wait behind those that it has just answered.
 *
 * <p>That may be one, as on any machine with one processor: nothing that runs in a virtual thread may wait, in the initialiser
 * of a class or in native code, for another virtual thread, and what takes long (passwords) has threads of its own.
 */
final class RequestProcessors {

    /** The JDK's own setting (java.lang.Thread). It is read when the first virtual thread starts. */
    static final String SETTING = "jdk.virtualThreadScheduler.parallelism";

    /** The first Java whose virtual threads give their processor away also while they hold a monitor (JEP 491). */
    private static final int OLDEST_JAVA = 24;

    private RequestProcessors() {}

    /** Once, before the server starts. Whoever has set the setting keeps it. */
    static void shareWithDatabase(ParleyConfiguration configuration) {
        of(
                        !configuration.getDatabase().isExternal(),
                        Runtime.version().feature(),
                        Runtime.getRuntime().availableProcessors())
                .ifPresent(half -> {
                    if (System.getProperty(SETTING) == null) {
                        System.setProperty(SETTING, Integer.toString(half));
                    }
                });
    }

    /** Empty if requests may have all there are. */
    static OptionalInt of(boolean databaseIsHere, int java, int available) {
        return databaseIsHere && java >= OLDEST_JAVA ? OptionalInt.of(Math.max(1, available / 2)) : OptionalInt.empty();
    }
}
