package dev.parley.application.port.in.erasure;

/**
 * Deletes the content of erased users and notifies their contacts, in small resumable steps. Several nodes may run it at the same
 * time.
 */
public interface ContinueErasuresUseCase {

    /**
     * Runs until no erasure is left.
     *
     * @return number of erasures that this call finished
     * @throws RuntimeException the first failure, after all other erasures were attempted
     */
    int continueErasures();
}
