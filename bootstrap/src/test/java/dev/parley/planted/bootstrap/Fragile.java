package dev.parley.planted.bootstrap;

import dev.parley.planted.Breaks;

@Breaks({"12-no-generic-throw", "12-no-generic-throws-clause", "12-no-generic-catch"})
final class Fragile {

    void run() throws Exception {
        try {
            throw new RuntimeException("anything");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
