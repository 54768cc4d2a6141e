package dev.parley.adapters.rest.json;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as the wire has them. */
public interface UtcTime {

    DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** Always with six digits after the point. */
    static String microseconds(Instant time) {
        return MICROSECONDS.format(time);
    }
}
