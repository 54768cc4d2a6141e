package dev.parley.adapters.persistence.shared;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.adapters.persistence.PostgresExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class CommitTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @Test
    void warningBehindANoticeLeavesTheCommitInDoubt() {
        assertThatThrownBy(() -> commitWithWarnings("NOTICE", "WARNING")).isInstanceOf(CommitInDoubtException.class);
        assertThatThrownBy(() -> commitWithWarnings("WARNING", "NOTICE")).isInstanceOf(CommitInDoubtException.class);
    }

    @Test
    void noticesLeaveNoDoubt() {
        assertThatCode(() -> commitWithWarnings("NOTICE", "NOTICE")).doesNotThrowAnyException();
    }

    private static void commitWithWarnings(String first, String second) {
        POSTGRES.state()
                .useHandle(handle -> Commit.with(handle.createUpdate(
                        "DO 'BEGIN RAISE %s ''first''; RAISE %s ''second''; END'".formatted(first, second))));
    }
}
