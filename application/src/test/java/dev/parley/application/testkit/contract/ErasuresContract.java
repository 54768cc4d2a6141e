package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.port.out.erasure.Erasures;
import dev.parley.application.port.out.erasure.Erasures.Erasure;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.user.UserId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contract for erasures: begun once, listed oldest first, and stored until they are finished. */
public abstract class ErasuresContract extends WithStores {

    private UserId anna;
    private UserId bo;
    private ConversationId first;
    private ConversationId second;

    @BeforeEach
    protected void register() {
        anna = registered("anna");
        bo = registered("bo");
        first = send(anna, bo, "hello").conversation();
        second = send(anna, anna, "note").conversation();
    }

    @Test
    protected void noErasureExistsInitially() {
        assertThat(stores.erasures().list(Set.of())).isEmpty();
        assertThat(stores.erasures().find(anna)).isEmpty();
        assertThat(stores.erasures().find(new UserId(Long.MAX_VALUE))).isEmpty();
    }

    @Test
    protected void newErasureHasNoProgress() {
        Erasure begun = Erasure.begun(anna);

        stores.erasures().begin(anna, NOW);

        assertThat(stores.erasures().list(Set.of())).containsExactly(begun);
        assertThat(stores.erasures().find(anna)).contains(begun);
        assertThat(stores.erasures().find(bo)).isEmpty();
    }

    @Test
    protected void oldestErasureIsListedFirst() {
        stores.erasures().begin(bo, NOW);
        stores.erasures().begin(anna, NOW.plusSeconds(1));

        assertThat(stores.erasures().list(Set.of())).extracting(Erasure::user).containsExactly(bo, anna);
    }

    @Test
    protected void erasureKeepsItsProgress() {
        stores.erasures().begin(anna, NOW);
        stores.erasures().begin(bo, NOW.plusSeconds(1));

        stores.erasures().advance(anna, first);
        assertThat(stores.erasures().find(anna)).contains(new Erasure(anna, Optional.of(first), Optional.empty()));
        stores.erasures().advance(anna, second);

        assertThat(stores.erasures().list(Set.of()))
                .containsExactly(new Erasure(anna, Optional.of(second), Optional.empty()), Erasure.begun(bo));
    }

    @Test
    protected void erasureKeepsTheLastNotifiedBlocker() {
        stores.erasures().begin(anna, NOW);
        stores.erasures().advance(anna, first);

        stores.erasures().told(anna, bo);
        stores.erasures().told(bo, anna);

        assertThat(stores.erasures().list(Set.of()))
                .containsExactly(new Erasure(anna, Optional.of(first), Optional.of(bo)));
        stores.erasures().advance(anna, second);
        assertThat(stores.erasures().find(anna)).contains(new Erasure(anna, Optional.of(second), Optional.of(bo)));
    }

    @Test
    protected void erasuresCanBeExcludedFromTheList() {
        stores.erasures().begin(anna, NOW);
        stores.erasures().begin(bo, NOW.plusSeconds(1));

        assertThat(stores.erasures().list(Set.of(anna))).containsExactly(Erasure.begun(bo));
        assertThat(stores.erasures().list(Set.of(bo, new UserId(Long.MAX_VALUE))))
                .containsExactly(Erasure.begun(anna));
        assertThat(stores.erasures().list(Set.of(anna, bo))).isEmpty();
    }

    @Test
    protected void beginningAgainChangesNothing() {
        stores.erasures().begin(anna, NOW);
        stores.erasures().advance(anna, first);
        stores.erasures().begin(bo, NOW.plusSeconds(1));

        stores.erasures().begin(anna, NOW.plusSeconds(2));

        assertThat(stores.erasures().list(Set.of()))
                .containsExactly(new Erasure(anna, Optional.of(first), Optional.empty()), Erasure.begun(bo));
    }

    @Test
    protected void finishedErasureIsRemoved() {
        stores.erasures().begin(anna, NOW);
        stores.erasures().begin(bo, NOW);

        stores.erasures().finish(anna);
        stores.erasures().finish(anna);

        assertThat(stores.erasures().find(anna)).isEmpty();
        assertThat(stores.erasures().list(Set.of())).extracting(Erasure::user).containsExactly(bo);
    }

    @Test
    protected void unknownErasureNeitherAdvancesNorFinishes() {
        stores.erasures().advance(anna, first);
        stores.erasures().finish(anna);

        assertThat(stores.erasures().list(Set.of())).isEmpty();
    }

    @Test
    protected void rolledBackStepHasNoEffect() {
        stores.erasures().begin(anna, NOW);

        undone(() -> {
            stores.erasures().begin(bo, NOW);
            stores.erasures().advance(anna, first);
        });
        undone(() -> stores.erasures().finish(anna));

        assertThat(stores.erasures().list(Set.of())).containsExactly(Erasure.begun(anna));
    }

    @Test
    protected void listIsLimitedToOnePage() {
        IntStream.rangeClosed(1, Erasures.MAX_PAGE + 1)
                .forEach(number -> stores.erasures().begin(registered("user" + number), NOW.plusSeconds(number)));

        assertThat(stores.erasures().list(Set.of())).hasSize(Erasures.MAX_PAGE);
    }
}
