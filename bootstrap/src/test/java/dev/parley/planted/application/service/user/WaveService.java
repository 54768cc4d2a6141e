package dev.parley.planted.application.service.user;

import dev.parley.planted.Breaks;
import dev.parley.planted.application.port.in.user.GreetUseCase;
import dev.parley.planted.application.port.in.user.WaveUseCase;
import dev.parley.planted.application.port.out.user.Greetings;

/** A service with two in-ports that is not final. */
@Breaks({"09-a-service-is-one-in-port", "09-service-holds-services"})
public class WaveService implements GreetUseCase, WaveUseCase {

    @Override
    public Greetings greet() {
        return new Greetings() {};
    }

    @Override
    public WaveService wave() {
        return this;
    }
}
