package dev.parley.domain.event;

/** A subscription to signals. It ends with {@link #close}; closing again has no effect, and other subscriptions continue. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {

    @Override
    void close();
}
