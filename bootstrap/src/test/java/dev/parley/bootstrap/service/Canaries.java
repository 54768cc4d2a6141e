package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Secrets that are told to the service and to nobody else. Wherever one of them sings, something leaks. */
final class Canaries {

    private final List<String> all = new CopyOnWriteArrayList<>();

    /** A new one, recognisable and unlike any other. */
    String hatch(String kind) {
        return keep("canary-of-" + kind + "-" + all.size());
    }

    /** One that the service has made up itself. */
    String keep(String secret) {
        assertThat(secret).hasSizeGreaterThan(12);
        all.add(secret);
        return secret;
    }

    /** Nor may any other of its family be there, cut short for instance. */
    void assertSilentIn(String place, String text) {
        assertThat(all)
                .isNotEmpty()
                .allSatisfy(canary -> assertThat(text.contains(canary))
                        .as("%s in %s: %s", canary, place, around(text, canary))
                        .isFalse());
        assertThat(text.contains("canary-of-"))
                .as("a canary in %s: %s", place, around(text, "canary-of-"))
                .isFalse();
    }

    private static String around(String text, String canary) {
        int place = text.indexOf(canary);
        return place < 0 ? "" : text.substring(Math.max(0, place - 200), Math.min(text.length(), place + 200));
    }
}
