package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.port.out.session.TokenMinter;
import dev.parley.application.testkit.ConcurrentRun;
import dev.parley.domain.session.Token;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contract for new tokens: in the right format, and never repeated. */
public abstract class TokenMinterContract {

    private static final int MANY = 10_000;

    protected TokenMinter minter;

    /** Called once before each test. */
    protected abstract TokenMinter openMinter();

    @BeforeEach
    protected void open() {
        minter = openMinter();
    }

    @Test
    protected void aTokenIsFortyLowerCaseHexDigits() {
        assertThat(minter.mint().value()).matches("[0-9a-f]{40}");
    }

    @Test
    protected void tokensNeverRepeat() {
        Set<Token> minted = ConcurrentHashMap.newKeySet();

        for (int i = 0; i < MANY; i++) {
            assertThat(minted.add(minter.mint())).isTrue();
        }
    }

    @Test
    protected void concurrentlyMintedTokensNeverRepeat() {
        Set<Token> minted = ConcurrentHashMap.newKeySet();
        int threads = 8;

        ConcurrentRun.of(threads, MANY / threads)
                .run((thread, step) -> assertThat(minted.add(minter.mint())).isTrue());

        assertThat(minted).hasSize(MANY);
    }
}
