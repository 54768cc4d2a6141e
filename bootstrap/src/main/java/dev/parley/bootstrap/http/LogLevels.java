package dev.parley.bootstrap.http;

import ch.qos.logback.classic.Level;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * The levels that the task {@code log-level} may set. Below INFO the HTTP server and other libraries log whole requests, with
 * passwords and messages. A request must not switch off what is logged for the operator.
 */
final class LogLevels {

    /** Loggers of whole URIs, with tickets, or of texts of clients; they keep the level of the configuration. */
    private static final Set<String> FIXED = Set.of(
            "org.glassfish.jersey.servlet.WebComponent",
            "org.eclipse.jetty.util.HostPort",
            "org.eclipse.jetty.http.HttpParser");

    /** A line for each request is logged at INFO below the second of them. */
    private static final Set<String> AUDITING = Set.of("root", "parley");

    private static final Set<String> OWN = Set.of("dev.parley", "parley");

    private LogLevels() {}

    /**
     * @param levels of which the first one counts; without one the loggers inherit theirs again
     * @param durations after which they inherit theirs again
     * @return what is wrong; empty if they may be set
     */
    static Optional<String> refusal(List<String> loggers, List<String> levels, List<String> durations) {
        if (!durations.stream().allMatch(LogLevels::isDuration)) {
            return Optional.of("A duration is ISO 8601's and longer than nothing, such as PT10M.");
        }
        Optional<String> reset = levels.isEmpty() || !durations.isEmpty() ? resetRefusal(loggers) : Optional.empty();
        return levels.isEmpty() || reset.isPresent() ? reset : refusal(loggers, levels);
    }

    private static Optional<String> refusal(List<String> loggers, List<String> levels) {
        @Nullable Level level = Level.toLevel(levels.getFirst(), null); // the task takes a word that is no level for DEBUG
        return level == null
                ? Optional.of("A level is one of OFF, ERROR, WARN, INFO, DEBUG and TRACE.")
                : loggers.stream()
                        .flatMap(logger -> refusal(logger, level).stream())
                        .findFirst();
    }

    private static Optional<String> resetRefusal(List<String> loggers) {
        return loggers.stream()
                .filter(logger -> name(logger).equals("root") || FIXED.contains(logger))
                .map(logger -> "The logger " + logger + " cannot be set without a level, or for a duration.")
                .findFirst();
    }

    private static Optional<String> refusal(String logger, Level level) {
        if (FIXED.contains(logger)) {
            return Optional.of("The level of " + logger + " can be set in the configuration only.");
        }
        if (!isBelow(OWN, name(logger)) && !level.isGreaterOrEqual(Level.INFO)) {
            return Optional.of("Loggers of libraries, and ROOT, can be set to INFO at the lowest: below it they write"
                    + " passwords and messages.");
        }
        if (isBelow(AUDITING, name(logger)) && !Level.INFO.isGreaterOrEqual(level)) {
            return Optional.of("ROOT and parley.* cannot be set above INFO: requests would not be logged.");
        }
        return hasOwn(name(logger)) && level.equals(Level.OFF)
                ? Optional.of("Parley's own loggers cannot be switched off.")
                : Optional.empty();
    }

    /** Also a parent of Parley's own loggers, which inherit its level. */
    private static boolean hasOwn(String logger) {
        return isBelow(OWN, logger) || OWN.stream().anyMatch(own -> own.startsWith(logger + "."));
    }

    private static boolean isDuration(String text) {
        try {
            return Duration.parse(text).isPositive();
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** The root logger is found by its name in any case. */
    private static String name(String logger) {
        return Logger.ROOT_LOGGER_NAME.equalsIgnoreCase(logger) ? logger.toLowerCase(Locale.ROOT) : logger;
    }

    private static boolean isBelow(Set<String> parents, String logger) {
        return parents.stream().anyMatch(parent -> logger.equals(parent) || logger.startsWith(parent + "."));
    }
}
