package dev.parley.application.port.out.shared;

import java.util.function.Supplier;

/**
 * A transaction on the state store.
 *
 * <p>Every port of the state store joins the unit of work of its thread; outside of one, each call is a unit of its own. If the
 * work throws, all its changes are rolled back and the exception is passed on unchanged.
 *
 * <p>Both methods, and every method of a port of the state store, throw
 * {@link dev.parley.domain.shared.UnavailableException} when the store is unavailable. Nothing was done then. But if the outcome
 * of the commit is unknown, {@code execute} throws {@link dev.parley.domain.shared.OutcomeUnknownException}.
 */
public interface UnitOfWork {

    /**
     * Runs work that may write. A nested {@code execute} joins the outer one: if the nested work throws, the outer work must
     * throw as well, otherwise the changes before the failure are committed.
     */
    <T> T execute(Supplier<T> work);

    /**
     * Runs reads on one consistent snapshot of the store, whatever is written concurrently. Writes in it throw; locking,
     * recording an activity and sending throw {@link IllegalStateException}.
     */
    <T> T snapshot(Supplier<T> reading);
}
