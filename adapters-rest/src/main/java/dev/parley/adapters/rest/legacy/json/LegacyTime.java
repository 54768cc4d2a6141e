package dev.parley.adapters.rest.legacy.json;

import dev.parley.adapters.rest.json.UtcTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Formats times as Python's {@code isoformat()} does: six fractional digits, or none for a whole second. */
final class LegacyTime {

    static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private LegacyTime() {}

    static String of(Instant time) {
        boolean isWhole = time.get(ChronoField.MICRO_OF_SECOND) == 0;
        return isWhole ? SECONDS.format(time) : UtcTime.microseconds(time);
    }
}
