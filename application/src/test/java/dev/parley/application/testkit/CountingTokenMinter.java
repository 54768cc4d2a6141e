package dev.parley.application.testkit;

import dev.parley.application.port.out.session.TokenMinter;
import dev.parley.domain.session.Token;
import java.util.concurrent.atomic.AtomicLong;

/** Predictable tokens: 1, 2, 3 and so on in hex. Only for tests. */
public final class CountingTokenMinter implements TokenMinter {

    private final AtomicLong last = new AtomicLong();

    @Override
    public Token mint() {
        return new Token("%040x".formatted(last.incrementAndGet()));
    }
}
