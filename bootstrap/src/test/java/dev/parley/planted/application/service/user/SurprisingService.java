package dev.parley.planted.application.service.user;

import dev.parley.planted.Breaks;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

@Breaks({"07-no-now", "07-no-own-clock", "07-no-own-randomness", "07-no-source-of-randomness", "07-no-sleep"})
final class SurprisingService {

    private final Supplier<Instant> now = Instant::now;

    Object surprise() throws InterruptedException {
        Thread.sleep(new Random().nextInt(2));
        return UUID.randomUUID() + now.get().toString() + Clock.systemUTC();
    }
}
