package dev.parley.planted.application.port.in.user;

import dev.parley.planted.Breaks;
import dev.parley.planted.application.port.out.user.Greetings;

@Breaks("03-in-ports-stand-apart")
public interface GreetUseCase {
    Greetings greet();
}
