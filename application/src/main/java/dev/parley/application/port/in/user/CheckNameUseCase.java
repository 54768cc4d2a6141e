package dev.parley.application.port.in.user;

/** Tells whether a name can still be chosen. */
public interface CheckNameUseCase {

    /**
     * @param username as a client wrote it; what cannot be a name is nobody's
     * @return whether somebody has it, or had it and is erased
     */
    boolean isTaken(String username);
}
