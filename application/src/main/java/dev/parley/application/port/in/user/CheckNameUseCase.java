package dev.parley.application.port.in.user;

/** Checks whether a name is taken. */
public interface CheckNameUseCase {

    /**
     * @param username as sent by the client; an invalid name is not taken
     * @return whether a user has the name, or an erased user had it
     */
    boolean isTaken(String username);
}
