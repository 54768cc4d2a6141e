package dev.parley.adapters.rest.json;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The format of times in requests and responses. */
public final class UtcTime {

    public static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private UtcTime() {}

    /** Always with six fractional digits. */
    public static String microseconds(Instant time) {
        return MICROSECONDS.format(time);
    }
}
