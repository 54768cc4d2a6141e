package dev.parley.bootstrap.service;

import com.fasterxml.jackson.databind.JsonNode;

/** A device that polls for events: its first and its current cursor. */
final class PollingDevice {

    private final String start;
    private String cursor;
    private int seen;

    /** @param start a cursor from before the user's first event */
    PollingDevice(String start) {
        this.start = start;
        this.cursor = start;
    }

    String start() {
        return start;
    }

    /** Polls for the next events. */
    String path() {
        return "/v1/events?wait=0&limit=200&after=" + cursor;
    }

    int seen() {
        return seen;
    }

    String cursor() {
        return cursor;
    }

    void took(JsonNode page) {
        cursor = page.get("cursor").asText();
        seen += page.get("items").size();
    }
}
