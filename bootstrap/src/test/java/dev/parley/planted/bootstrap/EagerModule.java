package dev.parley.planted.bootstrap;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import dev.parley.planted.Breaks;

/** Starts a thread while Guice creates objects. */
@Breaks("12-creating-starts-nothing")
public final class EagerModule extends AbstractModule {

    @Provides
    Thread worker() {
        return Thread.ofPlatform().daemon().start(() -> {});
    }
}
