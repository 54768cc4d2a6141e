package dev.parley.bootstrap.password;

import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Argon2id hash in the PHC string format, {@code $argon2id$v=19$m=..,t=..,p=..$salt$hash}.
 *
 * @param salt base64 without padding
 * @param hash base64 without padding
 */
record PhcString(Argon2Cost cost, String salt, String hash) {

    private static final Pattern FORM = Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})"
            + "\\$([A-Za-z0-9+/]{11,88})\\$([A-Za-z0-9+/]{22,128})");

    static PhcString of(Argon2Cost cost, byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return new PhcString(cost, base64.encodeToString(salt), base64.encodeToString(hash));
    }

    /** Empty if the text is not an Argon2id hash of version 19, or is damaged. */
    static Optional<PhcString> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Argon2Cost cost = new Argon2Cost(number(matcher, 1), number(matcher, 2), number(matcher, 3));
        return Optional.of(new PhcString(cost, matcher.group(4), matcher.group(5)))
                .filter(PhcString::canBeComputed);
    }

    String text() {
        // the root locale: others have other digits
        return String.format(
                Locale.ROOT,
                "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s",
                cost.memoryKibibytes(),
                cost.passes(),
                cost.lanes(),
                salt,
                hash);
    }

    byte[] saltBytes() {
        return Base64.getDecoder().decode(salt);
    }

    byte[] hashBytes() {
        return Base64.getDecoder().decode(hash);
    }

    private boolean canBeComputed() {
        return cost.isPossible() && isWhole(salt) && isWhole(hash);
    }

    /** One character after whole groups of four is no whole byte, so the text is damaged. */
    private static boolean isWhole(String base64) {
        return base64.length() % 4 != 1;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
