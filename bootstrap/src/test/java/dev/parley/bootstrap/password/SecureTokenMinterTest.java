package dev.parley.bootstrap.password;

import dev.parley.application.port.out.session.TokenMinter;
import dev.parley.application.testkit.contract.TokenMinterContract;
import java.security.SecureRandom;

final class SecureTokenMinterTest extends TokenMinterContract {

    @Override
    protected TokenMinter openMinter() {
        return new SecureTokenMinter(new SecureRandom());
    }
}
