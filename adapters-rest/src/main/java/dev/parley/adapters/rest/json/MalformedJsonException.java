package dev.parley.adapters.rest.json;

import com.fasterxml.jackson.core.JsonLocation;

/** A body that is not valid JSON. The message states the error and its position, and contains nothing of the body. */
public final class MalformedJsonException extends Exception {

    private static final long serialVersionUID = 1L;

    public MalformedJsonException(String reason, int line, int column) {
        super(reason + ": line " + line + " column " + column);
    }

    public MalformedJsonException(String reason, JsonLocation location) {
        this(reason, location.getLineNr(), location.getColumnNr());
    }
}
