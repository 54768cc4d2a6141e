package dev.parley.adapters.rest.classic.json;

/** The token of a new session. It is returned only once. */
public record TokenResponse(String token) implements ClassicBody {

    @Override
    public String toString() {
        return "TokenResponse[redacted]";
    }
}
