package dev.parley.application.testkit;

import dev.parley.application.port.out.limit.NodeLimits;
import dev.parley.application.testkit.contract.NodeLimitsContract;
import java.time.Duration;

final class InMemoryNodeLimitsTest extends NodeLimitsContract {

    private final TestClock clock = TestClock.standing();

    @Override
    protected NodeLimits open() {
        return new InMemoryNodeLimits(clock);
    }

    @Override
    protected void pass(Duration time) {
        clock.advance(time);
    }
}
