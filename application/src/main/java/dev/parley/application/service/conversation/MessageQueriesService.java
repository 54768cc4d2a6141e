package dev.parley.application.service.conversation;

import dev.parley.application.port.in.conversation.MessageQueries;
import dev.parley.application.port.in.conversation.NamedMessage;
import dev.parley.application.port.out.conversation.Messages;
import dev.parley.application.port.out.shared.UnitOfWork;
import dev.parley.application.port.out.user.Users;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.user.Names;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

public final class MessageQueriesService implements MessageQueries {

    private final UnitOfWork unitOfWork;
    private final Messages messages;
    private final Users users;

    public MessageQueriesService(UnitOfWork unitOfWork, Messages messages, Users users) {
        this.unitOfWork = unitOfWork;
        this.messages = messages;
        this.users = users;
    }

    /** One snapshot, so that an erased sender has no content. */
    @Override
    public Optional<NamedMessage> find(UserId viewer, MessageId id) {
        return unitOfWork.snapshot(() ->
                messages.find(id).filter(message -> message.isShownTo(viewer)).map(this::named));
    }

    private NamedMessage named(Message message) {
        Set<UserId> participants =
                Set.copyOf(List.of(message.sender(), message.receiver())); // one, for a note to oneself
        return NamedMessage.of(message, new Names(users.names(participants)));
    }
}
