package dev.parley.adapters.rest.request;

import dev.parley.adapters.rest.auth.AuthenticatedCaller;
import dev.parley.domain.shared.Origin;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Reads from a request where it comes from. */
public interface RequestOrigin {

    /** The address is that of the connection, or of the proxy's client where the connector trusts its proxy. */
    static Origin of(HttpServletRequest request) {
        return new Origin(
                Optional.ofNullable(request.getRemoteAddr()),
                Optional.ofNullable(request.getHeader("User-Agent")),
                Optional.empty());
    }

    static Origin of(HttpServletRequest request, AuthenticatedCaller caller) {
        return of(request).with(caller.caller().session());
    }
}
