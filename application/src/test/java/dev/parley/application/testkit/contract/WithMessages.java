package dev.parley.application.testkit.contract;

import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.HistorySlice;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;

/** Anna and Bo, registered, and steps that the cases of {@link MessagesContract} share. */
abstract class WithMessages extends WithStores {

    protected static final ConversationId UNKNOWN = new ConversationId(Long.MAX_VALUE);
    protected static final Instant LATER = NOW.plusSeconds(60).plusNanos(1000);

    protected UserId anna;
    protected UserId bo;

    @BeforeEach
    protected void register() {
        anna = registered("anna");
        bo = registered("bo");
    }

    /** Alternating between both users, one second apart. */
    protected final List<Message> sendMany(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> i % 2 == 0
                        ? send(anna, bo, "to bo " + i, NOW.plusSeconds(i))
                        : send(bo, anna, "to anna " + i, NOW.plusSeconds(i)))
                .toList();
    }

    protected final ConversationId id() {
        return conversation(anna, bo).orElseThrow().id();
    }

    protected final List<Message> list(HistorySlice slice) {
        return stores.messages().listVisible(id(), slice);
    }

    protected static HistorySlice places(long oldest, long newest) {
        return new HistorySlice.Places(new Place(oldest), new Place(newest));
    }
}
