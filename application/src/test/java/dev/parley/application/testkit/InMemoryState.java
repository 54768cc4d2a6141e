package dev.parley.application.testkit;

import dev.parley.application.port.out.erasure.Erasures;
import dev.parley.application.port.out.session.StreamTickets;
import dev.parley.domain.activity.ActivityId;
import dev.parley.domain.activity.RecordedActivity;
import dev.parley.domain.block.Block;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.Participants;
import dev.parley.domain.conversation.SenderKey;
import dev.parley.domain.conversation.UsedKey;
import dev.parley.domain.event.UserEvent;
import dev.parley.domain.limit.FailureStreak;
import dev.parley.domain.limit.LimitKey;
import dev.parley.domain.receipt.ReadReceipt;
import dev.parley.domain.session.Session;
import dev.parley.domain.session.TokenDigest;
import dev.parley.domain.user.NameDigest;
import dev.parley.domain.user.PasswordHash;
import dev.parley.domain.user.User;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The content of the state store, as one value that can be copied and restored. */
record InMemoryState(
        Map<Username, User> users,
        Set<NameDigest> takenNames,
        Set<NameDigest> takenFoldedNames,
        Map<UserId, PasswordHash> passwords,
        Map<TokenDigest, Session> sessions,
        Map<BlockKey, Block> blocks,
        Map<Participants, Conversation> conversations,
        List<Message> messages,
        List<ReadReceipt> receipts,
        Map<ActivityId, RecordedActivity> outbox,
        Map<SenderKey, UsedKey> keys,
        Map<UserId, Long> heads,
        List<UserEvent> events,
        Map<TokenDigest, StreamTickets.Ticket> tickets,
        Map<UserId, Erasures.Erasure> erasures,
        Map<LimitKey, FailureStreak> streaks) {

    record BlockKey(UserId blocker, UserId blocked) {}

    static InMemoryState empty() {
        return new InMemoryState(
                new HashMap<>(),
                new HashSet<>(),
                new HashSet<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new LinkedHashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new ArrayList<>(),
                new HashMap<>(),
                new LinkedHashMap<>(),
                new HashMap<>());
    }

    InMemoryState copy() {
        return new InMemoryState(
                new HashMap<>(users),
                new HashSet<>(takenNames),
                new HashSet<>(takenFoldedNames),
                new HashMap<>(passwords),
                new HashMap<>(sessions),
                new HashMap<>(blocks),
                new HashMap<>(conversations),
                new ArrayList<>(messages),
                new ArrayList<>(receipts),
                new LinkedHashMap<>(outbox),
                new HashMap<>(keys),
                new HashMap<>(heads),
                new ArrayList<>(events),
                new HashMap<>(tickets),
                new LinkedHashMap<>(erasures),
                new HashMap<>(streaks));
    }
}
