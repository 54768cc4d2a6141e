package dev.parley.adapters.rest.session;

import dev.parley.adapters.rest.request.RequestOrigin;
import dev.parley.application.port.in.session.PresentedCredential;
import dev.parley.domain.session.Token;
import jakarta.ws.rs.container.ContainerRequestContext;

/** A well-formed token and the request that carries it. */
public record PresentedToken(Token token, ContainerRequestContext request) {

    PresentedCredential presented() {
        return new PresentedCredential(token.digest(), RequestOrigin.address(request));
    }

    @Override
    public String toString() {
        return "PresentedToken[redacted]";
    }
}
