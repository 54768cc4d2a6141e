package dev.parley.application.port.in.session;

import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.UserId;

/** Who makes a request, as far as their token says. */
public record Caller(UserId user, SessionId session) {}
