package dev.parley.application.port.out.session;

import dev.parley.domain.session.Token;

/** Makes tokens that nobody can guess and that never repeat. */
public interface TokenMinter {

    Token mint();
}
