package dev.parley.adapters.persistence.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.adapters.persistence.JdbiStores;
import dev.parley.adapters.persistence.PostgresExtension;
import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.application.port.out.event.EventPages.EventPage;
import dev.parley.application.port.out.event.EventPages.EventPageQuery;
import dev.parley.application.testkit.contract.Stores;
import dev.parley.application.testkit.contract.WithStores;
import dev.parley.domain.event.Change;
import dev.parley.domain.event.EventCursor;
import dev.parley.domain.event.EventDraft;
import dev.parley.domain.shared.Dependency;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.shared.UnavailableException;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What shares a statement, what does not, and whose failure is whose. */
final class EventReadingGroupsTest extends WithStores {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private final AtomicInteger statements = new AtomicInteger();
    private final AtomicBoolean broken = new AtomicBoolean();
    private final StateStore store = counted("");
    private final BatchedEventPages grouped = POSTGRES.running(new BatchedEventPages(store));
    private UserId anna;
    private UserId bo;

    @Override
    protected Stores openStores() {
        return JdbiStores.over(POSTGRES.emptied());
    }

    @BeforeEach
    void register() {
        anna = registered("anna");
        bo = registered("bo");
        append(event(anna), event(bo), event(bo));
    }

    @Test
    void whatIsWantedWhileAStatementIsUnderWayIsAskedForTogetherInTheNext() throws Exception {
        Waiting first;
        List<Waiting> next;
        try (Handle holdUp = holdUpEverything()) {
            first = waiting(anna);
            await().untilAsserted(() -> assertThat(waitingForLocks()).hasSize(1));
            next = IntStream.range(0, BatchedEventPages.MOST_AT_ONCE + 1)
                    .mapToObj(number -> waiting(number % 2 == 0 ? anna : bo))
                    .toList();
            holdUp.rollback();
        }

        assertRead(first);
        for (Waiting one : next) {
            assertRead(one);
        }
        assertThat(statements).hasValue(3);
    }

    @Test
    void readInsideAUnitOfWorkRunsWithoutABatch() throws Exception {
        Waiting first;
        try (Handle holdUp = holdUpEverything()) {
            first = waiting(anna);
            await().untilAsserted(() -> assertThat(waitingForLocks()).hasSize(1));
            Future<Long> own = started(() -> store.inTransaction(handle -> {
                handle.execute("SET LOCAL lock_timeout = 1");
                return read(grouped, bo).state().head();
            }));

            assertUnavailable(own); // on its own connection, where it does not wait either
            assertThat(first.reading().isDone()).isFalse();
            holdUp.rollback();
        }
        assertRead(first);
    }

    @Test
    void aReadingThatCannotBeUnderstoodFailsAloneAndItsNeighboursDoNot() throws Exception {
        POSTGRES.stateAsOwner()
                .useHandle(handle ->
                        handle.execute("UPDATE user_event SET type = 'UNHEARD_OF' WHERE user_id = ?", bo.value()));
        Waiting first;
        Waiting bad;
        Waiting neighbour;
        try (Handle holdUp = holdUpEverything()) {
            first = waiting(anna);
            await().untilAsserted(() -> assertThat(waitingForLocks()).hasSize(1));
            bad = waiting(bo);
            neighbour = waiting(anna);
            holdUp.rollback();
        }

        assertRead(first);
        assertRead(neighbour);
        assertThatThrownBy(bad.reading()::get).hasCauseInstanceOf(IllegalArgumentException.class);
        assertThat(statements).hasValue(4);
    }

    /** The database calls off what waits for the table. */
    @Test
    void thePartsOfAGroupThatWasCalledOffTakeFewConnections() throws Exception {
        BatchedEventPages impatient =
                POSTGRES.running(new BatchedEventPages(counted("&options=-c%20lock_timeout=100")));
        try (Handle holdUp = holdUpEverything()) {
            List<Future<EventPage>> refused = IntStream.range(0, 12)
                    .mapToObj(number -> started(() -> read(impatient, anna)))
                    .toList();

            AtomicInteger most = new AtomicInteger();
            await().until(() -> {
                most.accumulateAndGet(waitingForLocks().size(), Math::max);
                return refused.stream().allMatch(Future::isDone);
            });
            assertThat(most.get()).isBetween(1, 3); // two alone, and the next group
            refused.forEach(EventReadingGroupsTest::assertUnavailable);
            holdUp.rollback();
        }
        assertThat(read(impatient, anna).state().head()).isEqualTo(1);
    }

    @Test
    void everyCallerFailsWhileTheStoreIsUnavailable() {
        try (var outage = POSTGRES.outage(PostgresExtension.STATE)) {
            assertThat(outage).isNotNull();

            IntStream.range(0, 5).mapToObj(number -> started(() -> read(grouped, anna))).toList().stream()
                    .forEach(EventReadingGroupsTest::assertUnavailable);
        }
        assertThat(read(grouped, anna).state().head()).isEqualTo(1);
    }

    @Test
    void noCallerWaitsForEverAfterAnyThrowable() {
        broken.set(true);
        assertThatThrownBy(() -> read(grouped, anna))
                .isInstanceOf(UnavailableException.class)
                .hasRootCauseInstanceOf(StackOverflowError.class);
        broken.set(false);

        assertThat(read(grouped, anna).state().head()).isEqualTo(1);
    }

    @Test
    void interruptedCallerIsRefused() throws Exception {
        try (Handle holdUp = holdUpEverything()) {
            Waiting one = waiting(anna);

            one.thread().interrupt();

            assertUnavailable(one.reading());
            holdUp.rollback();
        }
    }

    @Test
    void waitingReadsRunAtTheEndAndLaterOnesAreRefused() throws Exception {
        List<Waiting> readers;
        Future<Boolean> end;
        try (Handle holdUp = holdUpEverything()) {
            Waiting first = waiting(anna);
            await().untilAsserted(() -> assertThat(waitingForLocks()).hasSize(1));
            readers = List.of(first, waiting(bo), waiting(anna));
            end = started(() -> {
                grouped.close();
                return true;
            });
            holdUp.rollback();
        }

        for (Waiting one : readers) {
            assertRead(one);
        }
        assertThat(end.get()).isTrue();
        assertThatThrownBy(() -> read(grouped, anna)).isInstanceOf(UnavailableException.class);
    }

    private EventPage read(BatchedEventPages eventPages, UserId user) {
        return eventPages.read(wanted(user));
    }

    private EventPageQuery wanted(UserId user) {
        EventCursor beginning = new EventCursor(stores.epochs().current(), 0);
        return new EventPageQuery(user, new SessionId(1), Optional.of(beginning), 10);
    }

    /** One who waits in the group, or for the statement that is under way. */
    private Waiting waiting(UserId user) {
        EventPageQuery wanted = wanted(user);
        FutureTask<EventPage> reading = new FutureTask<>(() -> grouped.read(wanted));
        Thread thread = Thread.ofVirtual().start(reading);
        await().until(() -> thread.getState() == Thread.State.WAITING);
        return new Waiting(user, thread, reading);
    }

    private static <T> Future<T> started(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofVirtual().start(task);
        return task;
    }

    private void assertRead(Waiting one) throws ExecutionException, InterruptedException {
        assertThat(one.reading().get().state().head()).isEqualTo(one.user().equals(anna) ? 1 : 2);
        assertThat(one.reading().get().names()).containsOnlyKeys(one.user());
    }

    private static void assertUnavailable(Future<?> reading) {
        assertThatThrownBy(reading::get)
                .cause()
                .isInstanceOfSatisfying(
                        UnavailableException.class,
                        refusal -> assertThat(refusal.dependency()).isEqualTo(Dependency.STATE_STORE));
    }

    private StateStore counted(String options) {
        Jdbi jdbi = Jdbi.create(POSTGRES.url(PostgresExtension.APP, PostgresExtension.STATE) + options);
        jdbi.setSqlLogger(new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                statements.incrementAndGet();
                if (broken.get()) {
                    throw new StackOverflowError("as it may happen");
                }
            }
        });
        return new StateStore(jdbi);
    }

    /** Until it is rolled back no event is read. */
    private static Handle holdUpEverything() {
        Handle handle = POSTGRES.stateAsOwner().open();
        handle.begin();
        handle.execute("LOCK TABLE user_event IN ACCESS EXCLUSIVE MODE");
        return handle;
    }

    /** What they do, so that a failure says who waits. */
    private static List<String> waitingForLocks() {
        return POSTGRES.stateAsOwner()
                .withHandle(handle -> handle.createQuery(
                                "SELECT concat_ws(' ', backend_type, application_name, state, query) FROM pg_stat_activity"
                                        + " WHERE wait_event_type = 'Lock'")
                        .mapTo(String.class)
                        .list());
    }

    private static EventDraft event(UserId user) {
        return new EventDraft(user, NOW, new Change.SessionRevoked(new SessionId(7)));
    }

    private record Waiting(UserId user, Thread thread, Future<EventPage> reading) {}
}
