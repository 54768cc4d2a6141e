package dev.parley.bootstrap.password;

import dev.parley.application.port.out.session.TokenMinter;
import dev.parley.domain.session.Token;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Twenty bytes of the platform's secure random numbers. */
public final class SecureTokenMinter implements TokenMinter {

    private final SecureRandom random;

    public SecureTokenMinter(SecureRandom random) {
        this.random = random;
    }

    @Override
    public Token mint() {
        byte[] bytes = new byte[Token.LENGTH / 2];
        random.nextBytes(bytes);
        return new Token(HexFormat.of().formatHex(bytes));
    }
}
