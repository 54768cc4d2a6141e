package dev.parley.adapters.rest.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.rest.request.AnswerBudget.Room;
import org.junit.jupiter.api.Test;

final class AnswerBudgetTest {

    private static final int LARGE = AnswerBudget.SMALL + 1024;

    private final AnswerBudget budget = new AnswerBudget(2L * LARGE);

    @Test
    void largeAnswersHaveRoomUntilItIsFull() {
        assertThat(budget.take(LARGE)).isPresent();
        assertThat(budget.take(LARGE)).isPresent();
        assertThat(budget.take(AnswerBudget.SMALL + 1)).isEmpty();
    }

    @Test
    void smallAnswersAlwaysHaveRoom() {
        assertThat(budget.take(2 * LARGE)).isPresent();
        assertThat(budget.take(AnswerBudget.SMALL)).isPresent();
        assertThat(budget.take(0)).isPresent();
    }

    @Test
    void whatIsGivenBackCanBeTakenAgain() {
        for (int reader = 0; reader < 10; reader++) {
            try (Room room = budget.take(2 * LARGE).orElseThrow();
                    Room small = budget.take(1).orElseThrow()) {
                assertThat(budget.take(LARGE)).isEmpty();
                assertThat(room).isNotSameAs(small);
            }
        }
    }

    @Test
    void whatIsLargerThanAllOfItNeedsAllOfIt() {
        Room one = budget.take(LARGE).orElseThrow();
        assertThat(budget.take(Integer.MAX_VALUE)).isEmpty();
        one.close();
        Room all = budget.take(Integer.MAX_VALUE).orElseThrow();
        assertThat(budget.take(LARGE)).isEmpty();
        all.close();
        assertThat(budget.take(LARGE)).isPresent();
    }
}
