package dev.parley.domain.user;

/**
 * The state of a user that is locked while anything between users is written.
 *
 * @param eventSeq number of the user's newest event; 0 before the first
 * @param erased whether the account is erased
 */
public record UserHead(UserId user, long eventSeq, boolean erased) {}
