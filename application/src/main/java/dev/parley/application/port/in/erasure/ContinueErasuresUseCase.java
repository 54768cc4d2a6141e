package dev.parley.application.port.in.erasure;

/**
 * Takes away what erased users wrote, which nobody reads any more, and tells those who have to do with them, in small steps that can end anywhere and go on anywhere. Several nodes may do it at
 * once: they take turns.
 */
public interface ContinueErasuresUseCase {

    /**
     * Goes on until nothing is left to do; how many erasures it finished.
     *
     * @throws RuntimeException the first failure, once all others have been finished that can be
     */
    int continueErasures();
}
