package dev.parley.domain.session;

import java.util.regex.Pattern;

/** SHA-256 of a {@link Token}, 64 lower-case hex digits: finds the session without knowing the secret. */
public record TokenDigest(String hex) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public TokenDigest {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("a token digest is 64 lower-case hex digits");
        }
    }
}
