package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.bootstrap.service.TwinWorld.Role;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Two worlds in which all users do the same, except that in one of them the recipient may block the sender. */
record TwinWorlds(TwinWorld blocking, TwinWorld peaceful, ConcurrentRequests asking) {

    static TwinWorlds begin(String run, Api anonymous, ConcurrentRequests asking) {
        return new TwinWorlds(new TwinWorld(run + "-one", anonymous), new TwinWorld(run + "-two", anonymous), asking);
    }

    /** A user whose responses the sender does not see sends the command. */
    void both(Function<TwinWorld, ApiResponse> command) {
        assertThat(command.apply(blocking).status())
                .isEqualTo(command.apply(peaceful).status());
    }

    /** The sender sends the command, and the responses are compared. */
    void compareResponse(Function<TwinWorld, ApiResponse> command) {
        assertThat(blocking.blur(command.apply(blocking))).isEqualTo(peaceful.blur(command.apply(peaceful)));
    }

    /** The sender sends the same request in both worlds, and the responses are compared. */
    void compare(Function<SenderView, List<String>> paths) {
        List<String> asked = paths.apply(new SenderView(blocking));
        List<ApiResponse> ofBlocking = ask(blocking, asked);
        List<ApiResponse> ofPeaceful = ask(peaceful, paths.apply(new SenderView(peaceful)));
        for (int i = 0; i < asked.size(); i++) {
            assertThat(blocking.blur(ofBlocking.get(i))).as(asked.get(i)).isEqualTo(peaceful.blur(ofPeaceful.get(i)));
        }
    }

    private List<ApiResponse> ask(TwinWorld world, List<String> paths) {
        return asking.all(paths.stream()
                .<Callable<ApiResponse>>map(path -> () -> world.as(Role.SENDER).get(path))
                .toList());
    }
}
