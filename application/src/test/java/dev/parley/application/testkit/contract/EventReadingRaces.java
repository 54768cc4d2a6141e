package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.port.out.event.EventPages.EventPage;
import dev.parley.application.testkit.ConcurrentRun;
import dev.parley.domain.event.Change;
import dev.parley.domain.event.EventDraft;
import dev.parley.domain.session.Session;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Cases of {@link EventPagesContract} for concurrent reads and writes: each reader receives its own events from one
 * snapshot.
 */
abstract class EventReadingRaces extends WithEventPages {

    @Test
    protected void concurrentReadersReceiveTheirOwnEvents() {
        List<UserId> users = IntStream.range(0, 40)
                .mapToObj(number -> registered("user" + number))
                .toList();
        List<Session> sessions = IntStream.range(0, users.size())
                .mapToObj(number -> opened(users.get(number), number))
                .toList();
        IntStream.range(0, users.size())
                .forEach(number -> append(IntStream.rangeClosed(1, number % 5)
                        .mapToObj(event -> WithUserEvents.event(users.get(number), 100 * number + event))
                        .toArray(EventDraft[]::new)));

        ConcurrentRun.of(users.size(), 10).run((thread, step) -> {
            EventPage reading = read(users.get(thread), sessions.get(thread).id(), after(0));

            assertThat(reading.session()).contains(sessions.get(thread));
            assertThat(reading.state().head()).isEqualTo(thread % 5);
            assertThat(reading.entries())
                    .extracting(entry -> entry.event().change())
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, thread % 5)
                            .mapToObj(event -> WithUserEvents.change(100 * thread + event))
                            .toList());
            assertThat(reading.names()).isEqualTo(Map.of(users.get(thread), new Username("user" + thread)));
        });
    }

    /** The end of a session and its event are one unit of work, so readers see both or neither. */
    @Test
    protected void readIsConsistentDuringConcurrentWrites() {
        int writers = 2;
        int steps = 20;
        AtomicInteger ended = new AtomicInteger();
        List<Session> sessions = IntStream.range(0, writers * steps)
                .mapToObj(number -> opened(anna, number))
                .toList();

        ConcurrentRun.of(writers + 6, 1).run((thread, once) -> {
            if (thread < writers) {
                sessions.subList(thread * steps, (thread + 1) * steps).forEach(this::revoke);
                ended.incrementAndGet();
                return;
            }
            long seen = 0;
            Session session = sessions.get(thread);
            boolean last;
            do {
                last = ended.get() == writers;
                EventPage reading = read(anna, session.id(), after(seen));
                assertOfOneMoment(reading, session, seen);
                seen += thread % 2 == 0 ? reading.entries().size() : 0;
            } while (!last);
        });
        assertThat(read(anna, after(0)).state().head()).isEqualTo(sessions.size());
    }

    private static void assertOfOneMoment(EventPage reading, Session session, long after) {
        assertThat(seqs(reading))
                .containsExactlyElementsOf(LongStream.rangeClosed(
                                after + 1,
                                Math.min(after + LIMIT, reading.state().head()))
                        .boxed()
                        .toList());
        if (reading.session().isPresent()) {
            assertThat(reading.entries())
                    .extracting(entry -> entry.event().change())
                    .doesNotContain(new Change.SessionRevoked(session.id()));
        }
    }

    private void revoke(Session session) {
        inUnitOfWork(() -> {
            stores.locks().lock(anna, anna);
            stores.sessions().close(anna, session.id());
            stores.events().append(List.of(new EventDraft(anna, NOW, new Change.SessionRevoked(session.id()))));
        });
    }
}
