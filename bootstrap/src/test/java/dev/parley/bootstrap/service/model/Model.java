package dev.parley.bootstrap.service.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The effects of all commands, and the events that users receive. */
public final class Model {

    private final List<ModelUser> users = new ArrayList<>();
    private final ModelMessages messages = new ModelMessages();

    /** All users ever registered, in order. */
    public List<ModelUser> users() {
        return users;
    }

    public ModelMessages messages() {
        return messages;
    }

    public ModelUser signUp(String name, String password) {
        ModelUser user = new ModelUser(name, password);
        users.add(user);
        return user;
    }

    public ModelSession logIn(ModelUser user, Optional<String> device) {
        ModelSession session = new ModelSession(device);
        user.sessions().add(session);
        return session;
    }

    /** @param ended oldest first */
    public void end(ModelUser user, Collection<ModelSession> ended) {
        user.sessions().removeAll(ended);
        LearnedValue at = LearnedValue.time();
        ended.forEach(session ->
                user.learns(new ModelEvent("session.revoked", at, () -> Json.object("session_id", session.id()))));
    }

    public Sending send(ModelUser sender, ModelUser receiver, String content, Optional<String> key) {
        Optional<ModelMessage> first = key.flatMap(sender::sentWith);
        return first.map(message -> again(message, receiver, content))
                .orElseGet(() -> new Sending.Stored(
                        send(sender, receiver, content, key.stream().toList())));
    }

    private static Sending again(ModelMessage first, ModelUser receiver, String content) {
        return first.isTo(receiver) && first.content().equals(content)
                ? new Sending.Repeated(first)
                : new Sending.KeyReused();
    }

    private ModelMessage send(ModelUser sender, ModelUser receiver, String content, List<String> keys) {
        ModelMessage message = messages.add(sender, receiver, content);
        keys.forEach(key -> sender.used(key, message));
        sender.learns(new ModelEvent("message.created", message.sentAt(), () -> seen(sender, message)));
        if (sender != receiver && !message.isHeld()) {
            receiver.learns(new ModelEvent("message.created", message.sentAt(), () -> seen(receiver, message)));
        }
        return message;
    }

    private static JsonNode seen(ModelUser viewer, ModelMessage message) {
        return Json.object("peer", message.peerOf(viewer).name(), "message", message.json());
    }

    /** Marks all messages of the other user up to and including one as read. */
    public void read(ModelUser reader, ModelUser peer, ModelMessage upTo) {
        List<ModelMessage> unread = messages.unread(reader, peer);
        read(
                reader,
                peer,
                unread.stream()
                        .filter(message -> message.number() <= upTo.number())
                        .toList());
    }

    public void readAll(ModelUser reader, ModelUser peer) {
        read(reader, peer, messages.unread(reader, peer));
    }

    private void read(ModelUser reader, ModelUser peer, List<ModelMessage> unread) {
        List<ModelMessage> covered =
                unread.stream().filter(message -> !message.isHeld()).toList();
        if (covered.isEmpty()) {
            return;
        }
        LearnedValue at = LearnedValue.time();
        covered.forEach(message -> message.read(at));
        LearnedValue upTo = covered.getLast().id();
        int left = messages.countUnread(reader, peer);
        reader.learns(new ModelEvent(
                "conversation.read",
                at,
                () -> Json.object("peer", peer.name(), "read_up_to", upTo, "read_at", at, "unread_count", left)));
        if (reader != peer) {
            peer.learns(new ModelEvent(
                    "receipt.read", at, () -> Json.object("peer", reader.name(), "read_up_to", upTo, "read_at", at)));
        }
    }

    public void block(ModelUser blocker, ModelUser blocked) {
        if (!blocker.isBlocking(blocked)) {
            LearnedValue since = LearnedValue.time();
            blocker.block(blocked, since);
            blocker.learns(new ModelEvent("block.created", since, () -> Json.object("username", blocked.name())));
        }
    }

    /** Releases held messages, and notifies their recipients and senders where they differ. */
    public void unblock(ModelUser blocker, ModelUser blocked) {
        if (blocker.isBlocking(blocked)) {
            blocker.unblock(blocked);
            blocker.learns(new ModelEvent(
                    "block.removed", LearnedValue.time(), () -> Json.object("username", blocked.name())));
            LearnedValue at = LearnedValue.time();
            messages.heldFrom(blocker, blocked).forEach(message -> {
                message.release(at);
                if (blocker != blocked) {
                    blocker.learns(new ModelEvent("message.released", at, () -> seen(blocker, message)));
                }
            });
        }
    }

    /** Notifies the users who have messages from the erased user, wrote to them or block them. */
    public void erase(ModelUser erased) {
        erased.vanish();
        users.stream()
                .filter(peer -> peer != erased)
                .filter(peer -> !messages.shown(peer, erased).isEmpty() || peer.isBlocking(erased))
                .forEach(peer -> peer.learns(
                        new ModelEvent("user.erased", LearnedValue.time(), () -> Json.object("peer", erased.name()))));
    }

    /** The outcome of a send. */
    public sealed interface Sending {

        record Stored(ModelMessage message) implements Sending {}

        /** The key was used for the same message before. */
        record Repeated(ModelMessage message) implements Sending {}

        /** The key was used for another message. */
        record KeyReused() implements Sending {}
    }
}
