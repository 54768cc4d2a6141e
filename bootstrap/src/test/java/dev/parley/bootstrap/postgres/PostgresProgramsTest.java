package dev.parley.bootstrap.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.bootstrap.postgres.PostgresPrograms.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PostgresProgramsTest {

    @ParameterizedTest
    @CsvSource({
        "Linux,          amd64,   postgres-linux-x86_64.txz",
        "Linux,          aarch64, postgres-linux-arm_64.txz",
        "Mac OS X,       x86_64,  postgres-darwin-x86_64.txz",
        "Mac OS X,       aarch64, postgres-darwin-arm_64.txz",
        "Windows Server, amd64,   postgres-windows-x86_64.txz"
    })
    void archiveIsNamedAfterTheMachine(String osName, String architecture, String archive) {
        assertThat(PostgresBinaries.archiveFor(osName, architecture)).isEqualTo(archive);
    }

    @Test
    void missingBinariesAreReportedWithAdvice() {
        assertThatThrownBy(() -> PostgresBinaries.open("postgres-plan9-mips.txz"))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessage(
                        "No embedded PostgreSQL for this machine (postgres-plan9-mips.txz is not on the class path):"
                                + " set PARLEY_DATABASE_URL to a PostgreSQL server");
    }

    @Test
    void reasonIsTheFailureLineOrTheLastLine() {
        assertThat(new Outcome(false, "creating\nFATAL:  No space left on device\ninitdb: removing\n").reason())
                .isEqualTo("FATAL:  No space left on device");
        assertThat(new Outcome(false, "one\n two\n\n").reason()).isEqualTo("two");
        assertThat(new Outcome(false, "").reason()).isEqualTo("no reason given");
    }

    @Test
    void rootWithoutNamespacesIsReportedWithAdvice() {
        assertThat(new Outcome(false, "initdb: error: cannot be run as root\n").reason())
                .endsWith("run Parley as an ordinary user");
    }
}
