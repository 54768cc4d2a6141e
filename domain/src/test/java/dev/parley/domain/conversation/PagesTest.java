package dev.parley.domain.conversation;

import static dev.parley.domain.conversation.ConversationFixture.ANNA;
import static dev.parley.domain.conversation.ConversationFixture.BO;
import static dev.parley.domain.conversation.ConversationFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.domain.testkit.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PagesTest {

    private final ConversationFixture talk = ConversationFixture.betweenAnnaAndBo();

    @Test
    void anEmptyConversationHasOneEmptyPage() {
        Pages pages = new Pages(talk.head());

        assertThat(pages.count()).isZero();
        assertThat(pages.last()).isEqualTo(1);
        assertThat(pages.has(1)).isTrue();
        assertThat(pages.slice(1)).isEmpty();
    }

    @Test
    void aConversationOfHeldMessagesAloneHasOneEmptyPage() {
        talk.block(BO);
        send(1);

        assertThat(new Pages(talk.head()).last()).isEqualTo(1);
        assertThat(new Pages(talk.head()).slice(1)).isEmpty();
    }

    @Test
    void thePageAfterAFullOneBeginsWithTheNextMessage() {
        send(Pages.SIZE);
        assertThat(new Pages(talk.head()).last()).isEqualTo(1);

        send(1);
        assertThat(new Pages(talk.head()).last()).isEqualTo(2);
        assertThat(new Pages(talk.head()).slice(2)).contains(places(1, 1));
    }

    @Test
    void pagesAreRangesOfPlacesWhileNothingIsHeld() {
        send(250);
        Pages pages = new Pages(talk.head());

        assertThat(pages.slice(1)).contains(places(151, 250));
        assertThat(pages.slice(2)).contains(places(51, 150));
        assertThat(pages.slice(3)).contains(places(1, 50));
    }

    @Test
    void pagesSkipWhileSomethingIsHeld() {
        send(250);
        talk.block(BO);
        send(1);
        Pages pages = new Pages(talk.head());

        assertThat(pages.count()).isEqualTo(250);
        assertThat(pages.slice(1)).contains(new HistorySlice.Visible(0, 100));
        assertThat(pages.slice(3)).contains(new HistorySlice.Visible(200, 100));
    }

    @Test
    void pagesThatAreNotThereHaveNoSlice() {
        send(101);
        Pages pages = new Pages(talk.head());

        for (long number : List.of(Long.MIN_VALUE, -1L, 0L, 3L, Long.MAX_VALUE)) {
            assertThat(pages.has(number)).isFalse();
            assertThatIllegalArgumentException().isThrownBy(() -> pages.slice(number));
        }
    }

    @Test
    void pagesCutAnyConversationIntoFullPagesWithoutOverlapOrGap() {
        Property.holds(60, random -> {
            ConversationFixture any = randomTalk(random);
            Pages pages = new Pages(any.head());
            List<Message> shown = new ArrayList<>();
            for (long number = 1; number <= pages.last(); number++) {
                List<Message> page = page(any, pages, number);
                assertThat(number == pages.last() || page.size() == Pages.SIZE).isTrue();
                assertThat(page.size()).isBetween(any.visible().isEmpty() ? 0 : 1, Pages.SIZE);
                shown.addAll(page);
            }
            assertThat(pages.count()).isEqualTo(any.visible().size());
            assertThat(shown).isEqualTo(any.visible());
        });
    }

    private static ConversationFixture randomTalk(Random random) {
        ConversationFixture talk = ConversationFixture.betweenAnnaAndBo();
        int size = random.nextInt(4) == 0 ? random.nextInt(4) * Pages.SIZE : random.nextInt(350);
        int blockedAfter = random.nextInt(2 * size + 1);
        for (int i = 0; i < size; i++) {
            if (i == blockedAfter) {
                talk.block(BO);
            }
            if (random.nextInt(4) == 0) {
                talk.send(ANNA, BO, NOW);
            } else {
                talk.send(BO, ANNA, NOW);
            }
        }
        if (random.nextInt(3) == 0) {
            talk.unblock(BO, NOW);
        }
        return talk;
    }

    private static List<Message> page(ConversationFixture talk, Pages pages, long number) {
        return pages.slice(number).map(slice -> cut(talk.visible(), slice)).orElseGet(List::of);
    }

    /** As a naive store would. */
    private static List<Message> cut(List<Message> visible, HistorySlice slice) {
        return switch (slice) {
            case HistorySlice.Places(Place oldest, Place newest) ->
                visible.stream()
                        .filter(message -> message.place().compareTo(oldest) >= 0)
                        .filter(message -> message.place().compareTo(newest) <= 0)
                        .toList();
            case HistorySlice.Visible(long skip, int limit) ->
                visible.stream().skip(skip).limit(limit).toList();
        };
    }

    private void send(int count) {
        for (int i = 0; i < count; i++) {
            talk.send(ANNA, BO, NOW);
        }
    }

    private static HistorySlice places(long oldest, long newest) {
        return new HistorySlice.Places(new Place(oldest), new Place(newest));
    }
}
