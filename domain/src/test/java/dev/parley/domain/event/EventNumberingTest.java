package dev.parley.domain.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.domain.event.EventNumbering.Numbered;
import dev.parley.domain.testkit.Property;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class EventNumberingTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30.123456Z");
    private static final UserId ANNA = new UserId(1);
    private static final UserId BO = new UserId(2);
    private static final UserId CARLA = new UserId(3);

    @Test
    void numbersContinueFromEachUsersHead() {
        EventNumbering numbering = new EventNumbering(Map.of(ANNA, 41L, BO, 0L, CARLA, 7L));

        Numbered numbered = numbering.number(List.of(draft(ANNA, 1), draft(BO, 2), draft(ANNA, 3)));

        assertThat(numbered.events()).containsExactly(event(ANNA, 42, 1), event(BO, 1, 2), event(ANNA, 43, 3));
        assertThat(numbered.heads()).isEqualTo(Map.of(ANNA, 43L, BO, 1L, CARLA, 7L));
    }

    @Test
    void noDraftsLeaveTheHeadsUnchanged() {
        EventNumbering numbering = new EventNumbering(Map.of(ANNA, 41L));

        assertThat(numbering.number(List.of())).isEqualTo(new Numbered(List.of(), Map.of(ANNA, 41L)));
    }

    @Test
    void draftOfAUserWithoutHeadIsRejected() {
        EventNumbering numbering = new EventNumbering(Map.of(ANNA, 41L));

        assertThatIllegalArgumentException().isThrownBy(() -> numbering.number(List.of(draft(BO, 1))));
    }

    @Test
    void headsAreCopied() {
        Map<UserId, Long> heads = new HashMap<>(Map.of(ANNA, 41L));
        EventNumbering numbering = new EventNumbering(heads);

        heads.put(ANNA, 50L);
        numbering.number(List.of(draft(ANNA, 1)));

        assertThat(numbering.heads()).isEqualTo(Map.of(ANNA, 41L));
    }

    @Test
    void numbersAreDenseAndInOrderForAnyBatches() {
        Property.holds(200, random -> {
            EventNumbering numbering = new EventNumbering(Map.of(ANNA, 0L, BO, 0L, CARLA, 0L));
            List<EventDraft> drafts = new ArrayList<>();
            List<UserEvent> events = new ArrayList<>();
            for (int batch = 0; batch < 10; batch++) {
                List<EventDraft> next = random.ints(random.nextInt(8), 1, 4)
                        .mapToObj(user -> draft(new UserId(user), 1 + random.nextInt(9)))
                        .toList();
                Numbered numbered = numbering.number(next);
                numbering = new EventNumbering(numbered.heads());
                drafts.addAll(next);
                events.addAll(numbered.events());
            }

            assertThat(events)
                    .extracting(event -> new EventDraft(event.user(), event.at(), event.change()))
                    .isEqualTo(drafts);
            for (UserId user : List.of(ANNA, BO, CARLA)) {
                List<Long> numbers = numbersOf(user, events);
                assertThat(numbers)
                        .isEqualTo(LongStream.rangeClosed(1, numbers.size())
                                .boxed()
                                .toList());
                assertThat(numbering.heads()).containsEntry(user, (long) numbers.size());
            }
        });
    }

    @Test
    void eventNumberZeroIsRejected() {
        assertThat(event(ANNA, 1, 1).seq()).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> event(ANNA, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> event(ANNA, -1, 1));
    }

    private static List<Long> numbersOf(UserId user, List<UserEvent> events) {
        return events.stream()
                .filter(event -> event.user().equals(user))
                .map(UserEvent::seq)
                .toList();
    }

    private static EventDraft draft(UserId user, long blocked) {
        return new EventDraft(user, NOW, new Change.BlockCreated(new UserId(blocked)));
    }

    private static UserEvent event(UserId user, long seq, long blocked) {
        return new UserEvent(user, seq, NOW, new Change.BlockCreated(new UserId(blocked)));
    }
}
