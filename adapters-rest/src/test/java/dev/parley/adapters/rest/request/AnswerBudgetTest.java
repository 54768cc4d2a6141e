package dev.parley.adapters.rest.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.domain.shared.Dependency;
import dev.parley.domain.shared.UnavailableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

final class AnswerBudgetTest {

    private static final int LARGE = AnswerBudget.SMALL + 1;

    private final AnswerBudget budget = new AnswerBudget(2L * LARGE);

    @Test
    void answersWithinTheBudgetAreWritten() throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();

        budget.write(new byte[LARGE], stream);
        budget.write(new byte[LARGE], stream);
        budget.write(new byte[LARGE], stream);

        assertThat(stream.size()).isEqualTo(3 * LARGE);
    }

    @Test
    void aLargeAnswerIsRefusedWhileOthersFillTheBudgetAndSmallOnesPass() throws IOException {
        ByteArrayOutputStream late = new ByteArrayOutputStream();

        budget.write(new byte[LARGE], whileWriting(() -> {
            assertThatExceptionOfType(UnavailableException.class)
                    .isThrownBy(() -> budget.write(new byte[LARGE + 2048], late))
                    .satisfies(refusal -> assertThat(refusal.dependency()).isEqualTo(Dependency.ANSWER_MEMORY));
            budget.write(new byte[AnswerBudget.SMALL], late);
        }));

        assertThat(late.size()).isEqualTo(AnswerBudget.SMALL);
    }

    @Test
    void aReaderWhoGoesAwayGivesItsShareBack() throws IOException {
        OutputStream gone = whileWriting(() -> {
            throw new IOException("connection reset");
        });
        for (int reader = 0; reader < 10; reader++) {
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> budget.write(new byte[LARGE], gone));
        }

        budget.write(new byte[LARGE], new ByteArrayOutputStream());
    }

    private interface Meanwhile {
        void happens() throws IOException;
    }

    private static OutputStream whileWriting(Meanwhile meanwhile) {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("answers are written at once");
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                meanwhile.happens();
            }
        };
    }
}
