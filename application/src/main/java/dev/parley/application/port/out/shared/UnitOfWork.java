package dev.parley.application.port.out.shared;

import java.util.function.Supplier;

/**
 * Work on the state store that happens wholly or not at all.
 *
 * <p>Every port over the state store joins the work that is under way on its thread; called on its own, each call is a
 * unit of its own. Work that throws leaves nothing behind, and the exception comes through unchanged.
 *
 * <p>Both methods throw {@link dev.parley.domain.shared.UnavailableException} when the state store cannot be used, and so
 * does every call of such a port. Nothing was done then; but {@code execute} throws
 * {@link dev.parley.domain.shared.OutcomeUnknownException} when the commit was lost and the work may have happened.
 */
public interface UnitOfWork {

    /**
     * Runs work that may write. Nested in another {@code execute} it is part of that: if it throws, so must the outer
     * one, or what it wrote before would be kept.
     */
    <T> T execute(Supplier<T> work);

    /**
     * Runs reading that sees the store as it was at one moment, whatever others write meanwhile. Writing in it throws;
     * locking, recording an activity and sending in it throw {@link IllegalStateException}.
     */
    <T> T snapshot(Supplier<T> reading);
}
