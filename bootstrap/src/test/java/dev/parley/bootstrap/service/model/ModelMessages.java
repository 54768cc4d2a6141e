package dev.parley.bootstrap.service.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything that was ever sent, oldest first. Whoever asks something has all of it looked through. */
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

    /** Held ones too. */
    public List<ModelMessage> between(ModelUser one, ModelUser other) {
        return all.stream().filter(message -> message.isBetween(one, other)).toList();
    }

    /** To their senders held ones are shown like any other. */
    public List<ModelMessage> shown(ModelUser viewer, ModelUser peer) {
        return between(viewer, peer).stream()
                .filter(message -> message.isShownTo(viewer))
                .toList();
    }

    /** Those that both see. */
    public List<ModelMessage> visible(ModelUser one, ModelUser other) {
        return between(one, other).stream().filter(message -> !message.isHeld()).toList();
    }

    /** Those from the other that the reader is shown and has not read; their own that are held cannot be read yet. */
    public List<ModelMessage> unread(ModelUser reader, ModelUser peer) {
        return shown(reader, peer).stream()
                .filter(message -> message.isTo(reader) && !message.isRead())
                .toList();
    }

    /** As it is told: what is erased is not unread. */
    int countUnread(ModelUser reader, ModelUser peer) {
        return peer.isErased() ? 0 : unread(reader, peer).size();
    }

    List<ModelMessage> heldFrom(ModelUser receiver, ModelUser sender) {
        return between(receiver, sender).stream()
                .filter(message -> message.isTo(receiver) && message.isHeld())
                .toList();
    }

    /** Up to which of the other's messages somebody has read. */
    Optional<Told> horizon(ModelUser reader, ModelUser peer) {
        return between(reader, peer).stream()
                .filter(message -> message.isTo(reader) && message.isRead())
                .reduce((earlier, later) -> later)
                .map(ModelMessage::id);
    }
}
