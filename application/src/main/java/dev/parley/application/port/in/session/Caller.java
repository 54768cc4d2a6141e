package dev.parley.application.port.in.session;

import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.UserId;

/** The user and session of an authenticated request. */
public record Caller(UserId user, SessionId session) {}
