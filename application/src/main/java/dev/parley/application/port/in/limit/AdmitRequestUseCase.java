package dev.parley.application.port.in.limit;

import dev.parley.domain.limit.LimitKey;
import dev.parley.domain.limit.Quotas;
import dev.parley.domain.limit.RequestKind;

/** Lets a request in, or does not because its client asks for too much. */
public interface AdmitRequestUseCase {

    /** @param client who makes the request: a user, or a network before anybody has logged in */
    Quotas admit(RequestKind kind, LimitKey client);
}
