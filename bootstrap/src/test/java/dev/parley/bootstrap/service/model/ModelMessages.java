package dev.parley.bootstrap.service.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All messages, oldest first. Every query scans them all. */
public final class ModelMessages {

    private final List<ModelMessage> all = new ArrayList<>();

    public List<ModelMessage> all() {
        return all;
    }

    ModelMessage add(ModelUser sender, ModelUser receiver, String content) {
        ModelMessage message = new ModelMessage(all.size() + 1, sender, receiver, content);
        all.add(message);
        return message;
    }

    public ModelMessage named(String id) {
        return all.stream()
                .filter(message -> message.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Including held ones. */
    public List<ModelMessage> between(ModelUser one, ModelUser other) {
        return all.stream().filter(message -> message.isBetween(one, other)).toList();
    }

    /** Held messages are visible to their senders like others. */
    public List<ModelMessage> shown(ModelUser viewer, ModelUser peer) {
        return between(viewer, peer).stream()
                .filter(message -> message.isShownTo(viewer))
                .toList();
    }

    /** The messages visible to both. */
    public List<ModelMessage> visible(ModelUser one, ModelUser other) {
        return between(one, other).stream().filter(message -> !message.isHeld()).toList();
    }

    /** The visible unread messages from the other user, and own held notes, which cannot be read yet. */
    public List<ModelMessage> unread(ModelUser reader, ModelUser peer) {
        return shown(reader, peer).stream()
                .filter(message -> message.isTo(reader) && !message.isRead())
                .toList();
    }

    /** The reported number, without erased messages. */
    int countUnread(ModelUser reader, ModelUser peer) {
        return peer.isErased() ? 0 : unread(reader, peer).size();
    }

    List<ModelMessage> heldFrom(ModelUser receiver, ModelUser sender) {
        return between(receiver, sender).stream()
                .filter(message -> message.isTo(receiver) && message.isHeld())
                .toList();
    }

    /** The last message of the other user that this user has read. */
    Optional<LearnedValue> horizon(ModelUser reader, ModelUser peer) {
        return between(reader, peer).stream()
                .filter(message -> message.isTo(reader) && message.isRead())
                .reduce((earlier, later) -> later)
                .map(ModelMessage::id);
    }
}
