package dev.parley.application.service.conversation;

import dev.parley.application.port.in.conversation.FindReceiverUseCase;
import dev.parley.application.port.out.conversation.Messages;
import dev.parley.application.port.out.user.Users;
import dev.parley.domain.user.User;
import dev.parley.domain.user.Username;
import java.util.Optional;

public final class FindReceiverService implements FindReceiverUseCase {

    private final Users users;
    private final Messages messages;

    public FindReceiverService(Users users, Messages messages) {
        this.users = users;
        this.messages = messages;
    }

    @Override
    public Optional<User> find(Query query) {
        return Username.parse(query.receiver()).flatMap(name -> users.find(name).or(() -> findByFormer(name, query)));
    }

    /**
     * The former name of an erased user is not kept, so any taken name matches the receiver of the sender's key. If the name was
     * that of another erased user, the send counts as one to the key's receiver.
     */
    private Optional<User> findByFormer(Username name, Query query) {
        return query.key()
                .filter(key -> users.isTaken(name))
                .flatMap(key -> messages.findSentWith(query.sender(), key))
                .flatMap(first -> users.find(first.receiver()))
                .filter(User::isErased);
    }
}
