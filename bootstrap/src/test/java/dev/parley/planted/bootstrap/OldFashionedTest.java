package dev.parley.planted.bootstrap;

import dev.parley.planted.Breaks;
import dev.parley.planted.mockito.Mockito;
import org.junit.jupiter.api.Assertions;

@Breaks({"14-no-mocks", "14-assertj-only"})
abstract class OldFashionedTest implements Mockito {

    void asserts() {
        Assertions.assertTrue(true);
    }
}
