package dev.parley.application.port.out.session;

import dev.parley.domain.session.Token;

/** Generates unguessable tokens that never repeat. */
public interface TokenMinter {

    Token mint();
}
