package dev.parley.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.persistence.conversation.SendingLimits;
import io.dropwizard.core.server.DefaultServerFactory;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SendingRoomTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @ParameterizedTest
    @CsvSource({"2048, 512, 128", "1024, 512, 128", "64, 32, 8", "4, 2, 1", "1, 1, 1"})
    void sendsLeaveHalfOfTheThreadsToOthersAndTheBusyLeaveMostOfTheRestToTheFree(int threads, int waiting, int busy) {
        DefaultServerFactory server = new DefaultServerFactory();
        server.setMaxThreads(threads);

        assertThat(SendingRoom.of(server, PATIENCE)).isEqualTo(new SendingLimits(waiting, busy, PATIENCE));
    }
}
