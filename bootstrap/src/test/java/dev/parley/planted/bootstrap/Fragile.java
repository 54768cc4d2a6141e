package dev.parley.planted.bootstrap;

import dev.parley.planted.Breaks;

@Breaks({"12-nobody-throws-anything", "12-nobody-declares-anything", "12-nobody-catches-anything"})
final class Fragile {

    void run() throws Exception {
        try {
            throw new RuntimeException("anything");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
