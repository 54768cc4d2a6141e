package dev.parley.bootstrap.service;

import dev.parley.bootstrap.service.model.ModelUser;
import java.util.List;
import java.util.stream.Stream;

/** Whom a command concerns: who gave it, and with whom that has to do, who is the same in what concerns oneself alone. */
record Meeting(ModelUser actor, ModelUser peer) {

    /** Those of the two who can look at what came of it. */
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
