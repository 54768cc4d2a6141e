package dev.parley.planted.adapters.rest;

import dev.parley.planted.Breaks;
import dev.parley.planted.application.port.out.user.Greetings;
import java.io.IOException;

@Breaks({
    "04-rest-sees-in-ports",
    "13-resources-are-final-inside",
    "13-resources-hold-use-cases",
    "13-resources-declare-no-failures"
})
public class GreetingResource {

    private Greetings greetings;

    public GreetingResource(Greetings greetings) {
        this.greetings = greetings;
    }

    public Greetings replace(Greetings others) throws IOException {
        Greetings former = greetings;
        greetings = others;
        return former;
    }
}
