package dev.parley.application.testkit;

import dev.parley.application.port.out.session.TokenMinter;
import dev.parley.application.testkit.contract.TokenMinterContract;

final class CountingTokenMinterTest extends TokenMinterContract {

    @Override
    protected TokenMinter openMinter() {
        return new CountingTokenMinter();
    }
}
