package dev.parley.adapters.rest.testkit;

import dev.parley.adapters.rest.classic.ClassicApi;
import dev.parley.application.testkit.InMemoryStores;
import dev.parley.application.testkit.UseCases;
import java.time.Clock;

/** The real services over in-memory stores, as the classic API wants them. */
public interface InMemoryParley {

    static ClassicApi.UseCases empty(Clock clock) {
        return classic(UseCases.over(InMemoryStores.empty(), clock));
    }

    static ClassicApi.UseCases classic(UseCases all) {
        return new ClassicApi.UseCases(
                all.authenticate(),
                all.register(),
                all.findUser(),
                all.logIn(),
                all.logOut(),
                all.block(),
                all.unblock(),
                all.send(),
                all.readHistory());
    }
}
