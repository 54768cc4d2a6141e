package dev.parley.domain.sending;

import dev.parley.domain.block.Block;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageDraft;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.conversation.Participants;
import dev.parley.domain.conversation.SenderKey;
import dev.parley.domain.conversation.UsedKey;
import dev.parley.domain.event.UserEvent;
import dev.parley.domain.user.UserHead;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** The state that sends need, in maps. It loads drafts and stores plans, and decides nothing. */
final class SendStore implements SendPlannerPropertyTest.Disturbed {

    static final Instant NOW = Instant.parse("2026-11-22T10:15:30.123456Z");

    private final Map<UserId, UserHead> users = new HashMap<>();
    private final Map<Participants, Conversation> conversations = new HashMap<>();
    private final Map<SenderKey, UsedKey> keys = new HashMap<>();
    private final Set<Block> blocks = new HashSet<>();
    private final List<Message> messages = new ArrayList<>();
    private final List<UserEvent> events = new ArrayList<>();
    private final AtomicLong ids = new AtomicLong(100);

    static SendStore withUsers(UserId... users) {
        SendStore store = new SendStore();
        Stream.of(users).forEach(user -> store.users.put(user, new UserHead(user, 0, false)));
        return store;
    }

    @Override
    public void block(UserId blocker, UserId target) {
        blocks.add(new Block(blocker, target, NOW));
    }

    @Override
    public void erase(UserId user) {
        users.computeIfPresent(user, (id, head) -> new UserHead(id, head.eventSeq(), true));
    }

    SendPlan plan(MessageDraft... drafts) {
        return SendPlanner.plan(users, Stream.of(drafts).map(this::load).toList());
    }

    /** Plans and stores. */
    SendPlan sendAll(MessageDraft... drafts) {
        SendPlan plan = plan(drafts);
        plan.conversations().forEach(one -> conversations.put(one.participants(), one));
        keys.putAll(plan.keys());
        messages.addAll(plan.messages());
        events.addAll(plan.events().events());
        plan.events()
                .heads()
                .forEach((user, seq) ->
                        users.computeIfPresent(user, (id, head) -> new UserHead(id, seq, head.erased())));
        return plan;
    }

    Message send(MessageDraft draft) {
        return sendAll(draft).messages().getFirst();
    }

    private LoadedDraft load(MessageDraft draft) {
        Optional<Conversation> stored = Optional.ofNullable(conversations.get(draft.participants()));
        return new LoadedDraft(
                draft,
                stored.isEmpty(),
                stored.orElseGet(() -> Conversation.begin(idOf(draft.participants()), draft.participants())),
                blocks.contains(new Block(draft.receiver(), draft.sender(), NOW)),
                new MessageId(ids.incrementAndGet()),
                draft.senderKey().flatMap(key -> Optional.ofNullable(keys.get(key))));
    }

    /** Does not depend on what was loaded before, so that two stores can be compared. */
    private static ConversationId idOf(Participants pair) {
        return new ConversationId(pair.lower().value() * 1000 + pair.higher().value());
    }

    /** Everything but the ids that are not used yet. */
    List<Object> state() {
        return List.of(users, conversations, keys, messages, events);
    }

    Map<Participants, Conversation> conversations() {
        return conversations;
    }

    Map<UserId, UserHead> users() {
        return users;
    }

    List<Message> messages() {
        return messages;
    }

    List<UserEvent> events() {
        return events;
    }
}
