package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.parley.application.port.out.event.EventPages;
import dev.parley.application.testkit.BackgroundTask;
import dev.parley.application.testkit.ConcurrentRun;
import dev.parley.domain.event.EventDraft;
import dev.parley.domain.event.UserEvent;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Cases of {@link UserEventsContract} for numbers: dense for each user, in the order of commits. */
abstract class UserEventNumbering extends WithUserEvents {

    private static final int THREADS = 8;
    private static final int STEPS = 15;

    @Test
    protected void eachUserHasOwnNumbersInTheOrderOfTheDrafts() {
        append(event(anna, 1), event(bo, 2), event(anna, 3));
        append(event(bo, 4), event(anna, 5));

        assertThat(eventsOf(anna))
                .containsExactly(numbered(event(anna, 1), 1), numbered(event(anna, 3), 2), numbered(event(anna, 5), 3));
        assertThat(eventsOf(bo)).containsExactly(numbered(event(bo, 2), 1), numbered(event(bo, 4), 2));
        assertThat(head(anna)).isEqualTo(3);
        assertThat(head(bo)).isEqualTo(2);
    }

    @Test
    protected void numbersContinueWithinAUnitOfWork() {
        inUnitOfWork(() -> {
            append(event(anna, 1));
            append(event(anna, 2));
            assertThat(head(anna)).isEqualTo(2);
        });

        assertThat(eventsOf(anna)).extracting(UserEvent::seq).containsExactly(1L, 2L);
    }

    @Test
    protected void numbersAscendEvenWhenTimesGoBack() {
        append(event(anna, 1, NOW), event(anna, 2, NOW.minusSeconds(60)));

        assertThat(eventsOf(anna)).extracting(UserEvent::at).containsExactly(NOW, NOW.minusSeconds(60));
    }

    @Test
    protected void noDraftsAppendNoEvents() {
        append();

        assertThat(eventsOf(anna)).isEmpty();
    }

    @Test
    protected void rolledBackEventsLeaveNoGap() {
        append(event(anna, 1));

        undone(() -> append(event(anna, 2), event(bo, 3)));
        append(event(anna, 4));

        assertThat(eventsOf(anna)).containsExactly(numbered(event(anna, 1), 1), numbered(event(anna, 4), 2));
        assertThat(eventsOf(bo)).isEmpty();
        assertThat(head(bo)).isZero();
    }

    @Test
    protected void eventOfAnUnknownUserIsRejected() {
        UserId unknown = new UserId(Long.MAX_VALUE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> inUnitOfWork(() -> {
                    stores.locks().lock(anna, anna);
                    stores.events().append(List.of(event(anna, 1), event(unknown, 2)));
                }));

        assertThat(eventsOf(anna)).isEmpty();
        assertThat(head(anna)).isZero();
    }

    @Test
    protected void appendRequiresAUnitOfWork() {
        List<EventDraft> drafts = List.of(event(anna, 1));

        assertThatIllegalStateException().isThrownBy(() -> stores.events().append(drafts));
        assertThatIllegalStateException()
                .isThrownBy(() -> stores.unitOfWork().<Instant>snapshot(() -> {
                    stores.events().append(drafts);
                    return NOW;
                }));

        assertThat(head(anna)).isZero();
    }

    @Test
    protected void concurrentAppendsNeitherSkipNorRepeatNumbers() {
        ConcurrentRun.of(THREADS, STEPS).run((thread, step) -> {
            EventDraft ofAnna = event(anna, thread);
            EventDraft ofBo = event(bo, thread);
            switch (thread % 3) {
                case 0 -> append(ofAnna, ofBo);
                case 1 -> append(ofBo, ofAnna);
                default -> undone(() -> append(ofAnna, ofBo));
            }
        });

        long appended = 6L * STEPS;
        assertThat(eventsOf(anna)).extracting(UserEvent::seq).containsExactlyElementsOf(upTo(appended));
        assertThat(eventsOf(bo)).extracting(UserEvent::seq).containsExactlyElementsOf(upTo(appended));
        assertThat(head(anna)).isEqualTo(appended);
        assertThat(head(bo)).isEqualTo(appended);
    }

    @Test
    protected void readerMissesNoEventDuringConcurrentAppends() {
        int writers = 4;
        AtomicInteger ended = new AtomicInteger();
        List<Long> followed = new ArrayList<>(); // only by one thread

        ConcurrentRun.of(writers + 1, 1).run((thread, once) -> {
            if (thread < writers) {
                for (int step = 0; step < STEPS; step++) {
                    append(event(anna, step), event(bo, step));
                }
                ended.incrementAndGet();
                return;
            }
            boolean last;
            do {
                last = ended.get() == writers;
                stores.entriesAfter(anna, followed.size(), EventPages.MAX_PAGE).stream()
                        .map(entry -> entry.event().seq())
                        .forEach(followed::add);
            } while (!last);
        });

        assertThat(followed).isEqualTo(upTo((long) writers * STEPS));
    }

    @Test
    protected void eventOfALaterCommitHasAHigherNumber() {
        List<BackgroundTask<Instant>> later = new ArrayList<>();

        inUnitOfWork(() -> {
            append(event(anna, 1));
            later.add(BackgroundTask.start(() -> {
                append(event(anna, 2));
                return NOW;
            }));
            assertThat(later.getFirst().endsSoon()).isFalse();
        });

        assertThat(later.getFirst().result()).isEqualTo(NOW);
        assertThat(changesOf(anna)).containsExactly(change(1), change(2));
    }
}
