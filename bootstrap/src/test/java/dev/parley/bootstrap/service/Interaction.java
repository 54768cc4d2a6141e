package dev.parley.bootstrap.service;

import dev.parley.bootstrap.service.model.ModelUser;
import java.util.List;
import java.util.stream.Stream;

/**
 * The two users of a command: the caller and the other one, who is the same if the command concerns only the caller.
 */
record Interaction(ModelUser actor, ModelUser peer) {

    /** Those of the two who can see the result. */
    List<ModelUser> present() {
        return Stream.of(actor, peer)
                .distinct()
                .filter(user -> !user.isErased())
                .toList();
    }

    ModelUser peerOf(ModelUser user) {
        return user == actor ? peer : actor;
    }
}
