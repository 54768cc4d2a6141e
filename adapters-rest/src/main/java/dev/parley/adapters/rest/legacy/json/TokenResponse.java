package dev.parley.adapters.rest.legacy.json;

/** The token of a new session. It is returned only once. */
public record TokenResponse(String token) implements LegacyBody {

    @Override
    public String toString() {
        return "TokenResponse[redacted]";
    }
}
