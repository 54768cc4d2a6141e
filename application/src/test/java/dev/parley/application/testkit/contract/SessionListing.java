package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.application.port.out.session.Sessions;
import dev.parley.domain.session.Session;
import dev.parley.domain.session.SessionPlace;
import dev.parley.domain.user.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Cases of {@link SessionsContract} for lists: open sessions, most recently used first, page by page. */
abstract class SessionListing extends WithSessions {

    private static final Duration TICK = Duration.ofNanos(1000);

    @Test
    protected void sessionsOfAUserAreListedMostRecentlyUsedFirst() {
        Session first = seen(open(1, anna), Duration.ofHours(2));
        Session second = seen(open(2, anna), Duration.ofHours(3));
        Session third = seen(open(3, anna), Duration.ofHours(1));
        open(4, bo);
        List.of(first, second, third).forEach(session -> stores.sessions().see(session));

        assertThat(listed(anna, NOW)).containsExactly(second, first, third);
    }

    @Test
    protected void newestSessionIsListedFirstOnEqualTimes() {
        Session first = open(1, anna);
        Session second = open(2, anna);
        Session third = open(3, anna);
        stores.sessions().see(first);

        assertThat(listed(anna, NOW)).containsExactly(third, second, first);
    }

    @Test
    protected void listOmitsExpiredSessions() {
        Session session = open(1, anna, NOW.plus(TICK));

        assertThat(listed(anna, NOW)).containsExactly(session);
        assertThat(listed(anna, NOW.plus(TICK))).isEmpty();
    }

    @Test
    protected void listIsEmptyForAUserWithoutSessions() {
        open(1, anna);

        assertThat(listed(bo, NOW)).isEmpty();
        assertThat(listed(new UserId(Long.MAX_VALUE), NOW)).isEmpty();
    }

    @Test
    protected void listContinuesAfterThePlaceOfASession() {
        Session first = open(1, anna);
        Session second = open(2, anna);
        Session last = open(3, anna);
        Session seenAfterwards = seen(first, Duration.ofHours(2));
        stores.sessions().see(seenAfterwards);

        assertThat(list(Optional.empty(), 2)).containsExactly(seenAfterwards, last);
        assertThat(list(Optional.of(SessionPlace.of(last)), 2)).containsExactly(second);
        assertThat(list(Optional.of(SessionPlace.of(second)), 2)).isEmpty();
    }

    @Test
    protected void listContinuesAfterThePlaceOfAClosedOrMovedSession() {
        Session first = open(1, anna);
        Session second = open(2, anna);
        Session third = open(3, anna);

        stores.sessions().close(anna, third.id());
        assertThat(list(Optional.of(SessionPlace.of(third)), 10)).containsExactly(second, first);

        stores.sessions().see(seen(second));
        assertThat(list(Optional.of(SessionPlace.of(second)), 10)).containsExactly(first);
    }

    @Test
    protected void pagesHaveNoGapAndNoRepeat() {
        List<Session> opened = IntStream.rangeClosed(1, 11)
                .mapToObj(number -> open(number, anna))
                .toList();
        List<Session> paged = new ArrayList<>();
        List<Session> page = list(Optional.empty(), 4);
        while (!page.isEmpty()) {
            paged.addAll(page);
            page = list(Optional.of(SessionPlace.of(paged.getLast())), 4);
        }

        assertThat(paged).isEqualTo(opened.reversed());
    }

    @Test
    protected void aListWithALimitOutOfRangeIsRefused() {
        Stream.of(Integer.MIN_VALUE, -1, 0, Sessions.MAX_PAGE + 1, Integer.MAX_VALUE)
                .forEach(limit -> assertThatIllegalArgumentException().isThrownBy(() -> list(Optional.empty(), limit)));
    }

    private List<Session> list(Optional<SessionPlace> after, int limit) {
        return stores.sessions().list(anna, NOW, after, limit);
    }
}
