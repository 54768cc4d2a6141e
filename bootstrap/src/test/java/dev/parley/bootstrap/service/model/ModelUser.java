package dev.parley.bootstrap.service.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A registered user. */
public final class ModelUser {

    private final LearnedValue id = LearnedValue.id();
    private final LearnedValue createdAt = LearnedValue.time();
    private final List<ModelSession> sessions = new ArrayList<>();
    private final List<ModelEvent> events = new ArrayList<>();
    private final Map<ModelUser, LearnedValue> blocks = new HashMap<>();
    private final Map<String, ModelMessage> keys = new LinkedHashMap<>();
    private String name;
    private String password;
    private boolean erased;

    ModelUser(String name, String password) {
        this.name = name;
        this.password = password;
    }

    /** The user id in the legacy API. */
    LearnedValue id() {
        return id;
    }

    LearnedValue createdAt() {
        return createdAt;
    }

    public String name() {
        return name;
    }

    public String password() {
        return password;
    }

    public void choose(String newPassword) {
        password = newPassword;
    }

    public boolean isErased() {
        return erased;
    }

    /** The open sessions, oldest first. */
    public List<ModelSession> sessions() {
        return sessions;
    }

    List<ModelEvent> events() {
        return events;
    }

    void learns(ModelEvent event) {
        events.add(event);
    }

    /** The blocked users and the time of each block. */
    LearnedValue since(ModelUser blocked) {
        return Optional.ofNullable(blocks.get(blocked)).orElseThrow();
    }

    void block(ModelUser other, LearnedValue since) {
        blocks.put(other, since);
    }

    void unblock(ModelUser other) {
        blocks.remove(other);
    }

    public boolean isBlocking(ModelUser other) {
        return blocks.containsKey(other);
    }

    /** The idempotency keys in order of use. */
    public List<String> keys() {
        return List.copyOf(keys.keySet());
    }

    /** The first message of each key. */
    public Optional<ModelMessage> sentWith(String key) {
        return Optional.ofNullable(keys.get(key));
    }

    void used(String key, ModelMessage message) {
        keys.put(key, message);
    }

    /** Deletes all data of the user, except what other users share. */
    void vanish() {
        erased = true;
        name = "~" + id.value();
        sessions.clear();
        events.clear();
        blocks.clear();
        keys.clear();
    }

    @Override
    public String toString() {
        return name;
    }
}
