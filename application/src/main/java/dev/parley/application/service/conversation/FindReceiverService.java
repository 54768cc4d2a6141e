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

    /** If more than one is erased the name may be another's than the key's; the send is then judged as one to the latter. */
    private Optional<User> findByFormer(Username name, Query query) {
        return query.key()
                .filter(key -> users.isTaken(name))
                .flatMap(key -> messages.findSentWith(query.sender(), key))
                .flatMap(first -> users.find(first.receiver()))
                .filter(User::isErased);
    }
}
