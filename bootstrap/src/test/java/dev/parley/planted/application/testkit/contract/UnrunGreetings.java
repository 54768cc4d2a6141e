package dev.parley.planted.application.testkit.contract;

import dev.parley.planted.Breaks;
import org.junit.jupiter.api.Test;

/** Its only subclass is not {@code @Nested}, so that JUnit does not run it. */
@Breaks("10-contracts-nest-all-cases")
abstract class UnrunGreetings {

    @Test
    void greets() {}

    static final class SilentContract {

        static final class Greeting extends UnrunGreetings {}
    }
}
