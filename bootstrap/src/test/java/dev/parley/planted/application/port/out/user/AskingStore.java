package dev.parley.planted.application.port.out.user;

import dev.parley.planted.Breaks;
import dev.parley.planted.application.port.in.user.GreetUseCase;

@Breaks("03-out-ports-stand-apart")
public interface AskingStore {
    GreetUseCase greet();
}
