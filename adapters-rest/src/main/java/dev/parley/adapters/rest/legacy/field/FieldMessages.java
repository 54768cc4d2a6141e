package dev.parley.adapters.rest.legacy.field;

import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.shared.Text;
import dev.parley.domain.user.Password;
import dev.parley.domain.user.Username;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The legacy API's messages for flaws that the domain found. */
public final class FieldMessages {

    public static final String BLANK = "This field may not be blank.";

    public static final String USERNAME_TAKEN = "A user with that username already exists.";

    private FieldMessages() {}

    /** @param isTaken whether the name is in use or reserved */
    public static List<String> ofUsername(String text, boolean isTaken) {
        Set<Username.Flaw> flaws = Username.flawsOf(text);
        List<String> errors = new ArrayList<>();
        if (flaws.contains(Username.Flaw.ILLEGAL_CHARACTER)) {
            errors.add(
                    "Enter a valid username. This value may contain only letters, numbers, and @/./+/-/_ characters.");
        }
        if (isTaken) {
            errors.add(USERNAME_TAKEN);
        }
        if (flaws.contains(Username.Flaw.TOO_LONG)) {
            errors.add(tooLong(Username.MAX_LENGTH));
        }
        errors.addAll(ofCharacters(text));
        return errors;
    }

    public static List<String> ofNewPassword(String text) {
        return ofPassword(new Password(text).flaws(), text);
    }

    public static List<String> ofPassword(Collection<Password.Flaw> flaws, String text) {
        return flaws.stream()
                .map(flaw -> switch (flaw) {
                    case BLANK -> BLANK;
                    case TOO_SHORT -> "Ensure this field has at least " + Password.MIN_LENGTH + " characters.";
                    case TOO_LONG -> tooLong(Password.MAX_LENGTH);
                    case NUL -> nul();
                    case LONE_SURROGATE -> surrogate(text);
                })
                .toList();
    }

    public static List<String> ofContent(String text) {
        return MessageContent.flawsOf(text).stream()
                .map(flaw -> switch (flaw) {
                    case BLANK -> BLANK;
                    case TOO_LONG -> tooLong(MessageContent.MAX_LENGTH);
                    case NUL -> nul();
                    case LONE_SURROGATE -> surrogate(text);
                })
                .toList();
    }

    /** Checks only for characters that no text may contain. */
    public static List<String> ofCharacters(String text) {
        List<String> errors = new ArrayList<>();
        if (Text.hasNul(text)) {
            errors.add(nul());
        }
        if (Text.hasLoneSurrogate(text)) {
            errors.add(surrogate(text));
        }
        return errors;
    }

    private static String tooLong(int limit) {
        return "Ensure this field has no more than " + limit + " characters.";
    }

    private static String nul() {
        return "Null characters are not allowed.";
    }

    private static String surrogate(String text) {
        int first = Text.loneSurrogates(text).findFirst().orElseThrow();
        return String.format(Locale.ROOT, "Surrogate characters are not allowed: U+%X.", first);
    }
}
