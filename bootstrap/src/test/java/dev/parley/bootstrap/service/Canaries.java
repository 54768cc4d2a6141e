package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Secrets that only the service receives. A canary found in any output is a leak. */
final class Canaries {

    private final List<String> all = new CopyOnWriteArrayList<>();

    /** A new, unique and recognisable secret. */
    String hatch(String kind) {
        return keep("canary-of-" + kind + "-" + all.size());
    }

    /** A secret that the service created. */
    String keep(String secret) {
        assertThat(secret).hasSizeGreaterThan(12);
        all.add(secret);
        return secret;
    }

    /** Parts of a canary must not appear either. */
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
