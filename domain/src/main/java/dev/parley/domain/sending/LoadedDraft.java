package dev.parley.domain.sending;

import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.MessageDraft;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.conversation.UsedKey;
import java.util.Optional;

/**
 * A draft and what was loaded for it while its sender and receiver were locked.
 *
 * @param isNew whether the conversation is not stored yet
 * @param conversation as it is stored, or begun with an unused id
 * @param isBlocked whether the receiver blocks the sender
 * @param unusedId the id that the message gets if the draft is accepted
 * @param usedKey the last use of the draft's key; empty without a key and before the first use
 */
public record LoadedDraft(
        MessageDraft draft,
        boolean isNew,
        Conversation conversation,
        boolean isBlocked,
        MessageId unusedId,
        Optional<UsedKey> usedKey) {}
