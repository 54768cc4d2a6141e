package dev.parley.bootstrap.service.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** A message, with its state: held or visible, read or unread. */
public final class ModelMessage {

    private final int number;
    private final ModelUser sender;
    private final ModelUser receiver;
    private final String content;
    private final LearnedValue id = LearnedValue.id();
    private final LearnedValue sentAt = LearnedValue.time();
    private boolean held;
    private LearnedValue visibleAt = sentAt;
    private Optional<LearnedValue> readAt = Optional.empty();

    /** @param number increases with every message of all users */
    ModelMessage(int number, ModelUser sender, ModelUser receiver, String content) {
        this.number = number;
        this.sender = sender;
        this.receiver = receiver;
        this.content = content;
        this.held = receiver.isBlocking(sender);
    }

    public LearnedValue id() {
        return id;
    }

    LearnedValue sentAt() {
        return sentAt;
    }

    public ModelUser sender() {
        return sender;
    }

    public ModelUser receiver() {
        return receiver;
    }

    public String content() {
        return content;
    }

    boolean isTo(ModelUser user) {
        return receiver == user;
    }

    int number() {
        return number;
    }

    boolean isHeld() {
        return held;
    }

    boolean isRead() {
        return readAt.isPresent();
    }

    public boolean isBetween(ModelUser one, ModelUser other) {
        return (sender == one && receiver == other) || (sender == other && receiver == one);
    }

    public boolean isShownTo(ModelUser viewer) {
        return sender == viewer || (receiver == viewer && !held);
    }

    ModelUser peerOf(ModelUser viewer) {
        return sender == viewer ? receiver : sender;
    }

    void release(LearnedValue at) {
        held = false;
        visibleAt = at;
    }

    void read(LearnedValue at) {
        readAt = Optional.of(at);
    }

    /** As v1 shows it, the same to both users. */
    public JsonNode json() {
        return Json.object(
                "id",
                id,
                "sender",
                sender.name(),
                "receiver",
                receiver.name(),
                "content",
                whatIsLeft(),
                "sent_at",
                sentAt,
                "status",
                sender.isErased() ? "erased" : "sent");
    }

    /** As the legacy API shows it. */
    public JsonNode legacyJson() {
        return Json.object(
                "id", id.number(),
                "sender", sender.id().number(),
                "reciever", receiver.id().number(),
                "content", whatIsLeft().orElse(""),
                "creation_datetime", sentAt,
                "read_datetime", readAt);
    }

    private Optional<String> whatIsLeft() {
        return sender.isErased() ? Optional.empty() : Optional.of(content);
    }

    /** The delivery report that the viewer may see: a sender must not detect a block. */
    JsonNode report(ModelUser viewer) {
        return Json.object("delivered_at", viewer == sender ? sentAt : visibleAt, "read_at", readAt);
    }

    @Override
    public String toString() {
        return "#" + number;
    }
}
