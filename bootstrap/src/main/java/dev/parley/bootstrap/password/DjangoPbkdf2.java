package dev.parley.bootstrap.password;

import dev.parley.domain.user.Password;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A hash as Django stores it, {@code pbkdf2_sha256$iterations$salt$hash}: users of a Django service log in
 * with their old password.
 *
 * @param hash base64
 */
record DjangoPbkdf2(int iterations, String salt, String hash) {

    private static final Pattern FORM =
            Pattern.compile("pbkdf2_sha256\\$([1-9]\\d{0,6})\\$([^$]{1,64})\\$([A-Za-z0-9+/]{43}=)");

    static Optional<DjangoPbkdf2> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new DjangoPbkdf2(Integer.parseInt(matcher.group(1)), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }

    boolean matches(Password password) {
        if (password.value().isEmpty()) {
            return false; // PBEKeySpec accepts an empty password, and no user has one
        }
        try {
            PBEKeySpec spec = new PBEKeySpec(
                    password.value().toCharArray(), salt.getBytes(StandardCharsets.UTF_8), iterations, 256);
            byte[] computed = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
            return MessageDigest.isEqual(computed, Base64.getDecoder().decode(hash));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("expected PBKDF2WithHmacSHA256 on every Java platform", e);
        }
    }
}
