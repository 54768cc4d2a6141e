package dev.parley.planted.application.testkit.contract;

import dev.parley.planted.application.port.out.user.Greetings;

abstract class GreetingsContract {

    abstract Greetings open();

    static final class OneGreetingsTest extends GreetingsContract {
        @Override
        Greetings open() {
            return new Greetings() {};
        }
    }

    abstract static class HalfGreetingsTest extends GreetingsContract {}
}
