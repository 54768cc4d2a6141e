package dev.parley.bootstrap.service.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Somebody who has signed up. */
public final class ModelUser {

    private final Told id = Told.id();
    private final Told createdAt = Told.time();
    private final List<ModelSession> sessions = new ArrayList<>();
    private final List<ModelEvent> events = new ArrayList<>();
    private final Map<ModelUser, Told> blocks = new HashMap<>();
    private final Map<String, ModelMessage> keys = new LinkedHashMap<>();
    private String name;
    private String password;
    private boolean erased;

    ModelUser(String name, String password) {
        this.name = name;
        this.password = password;
    }

    /** The number that classic shows. */
    Told id() {
        return id;
    }

    Told createdAt() {
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

    /** The open ones, oldest first. */
    public List<ModelSession> sessions() {
        return sessions;
    }

    List<ModelEvent> events() {
        return events;
    }

    void learns(ModelEvent event) {
        events.add(event);
    }

    /** Since when they block somebody. */
    Told since(ModelUser blocked) {
        return Optional.ofNullable(blocks.get(blocked)).orElseThrow();
    }

    void block(ModelUser other, Told since) {
        blocks.put(other, since);
    }

    void unblock(ModelUser other) {
        blocks.remove(other);
    }

    public boolean isBlocking(ModelUser other) {
        return blocks.containsKey(other);
    }

    /** Those that they have used, in that order. */
    public List<String> keys() {
        return List.copyOf(keys.keySet());
    }

    /** What they sent first with a key. */
    public Optional<ModelMessage> sentWith(String key) {
        return Optional.ofNullable(keys.get(key));
    }

    void used(String key, ModelMessage message) {
        keys.put(key, message);
    }

    /** Nothing of theirs is left but what others have a part in. */
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
