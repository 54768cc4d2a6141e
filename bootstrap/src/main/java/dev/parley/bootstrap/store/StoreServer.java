package dev.parley.bootstrap.store;

/** Where the stores are, for as long as it is open. */
public interface StoreServer extends AutoCloseable {

    StoreAccess access();

    /** Whether a service may be using the stores besides this process. */
    boolean isShared();

    /** Lets go of the stores; ends what was started for them. Can be called again. */
    @Override
    void close();
}
