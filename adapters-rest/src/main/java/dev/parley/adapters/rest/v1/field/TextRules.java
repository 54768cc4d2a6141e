package dev.parley.adapters.rest.v1.field;

import dev.parley.adapters.rest.v1.error.FieldError;
import dev.parley.adapters.rest.v1.error.Problem;
import dev.parley.adapters.rest.v1.field.TextRule.Broken;
import dev.parley.adapters.rest.v1.problem.FieldFlaw;
import dev.parley.adapters.rest.v1.problem.ProblemCode;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.session.DeviceName;
import dev.parley.domain.shared.Text;
import dev.parley.domain.user.Password;
import dev.parley.domain.user.Username;
import java.util.Collection;
import java.util.List;

/** The text rules of v1, with messages for the flaws that the domain finds. */
public final class TextRules {

    public static final TextRule USERNAME = TextRule.of(TextRules::username);

    public static final TextRule CONTENT = TextRule.of(TextRules::content);

    public static final TextRule DEVICE_NAME = TextRule.of(TextRules::deviceName);

    public static final TextRule NEW_PASSWORD =
            new TextRule(ProblemCode.WEAK_PASSWORD, text -> newPassword(new Password(text).flaws()));

    /**
     * A name or password that is only compared. Lengths are not checked: passwords from before a rule change must still
     * work, and an impossible value is just a wrong one.
     */
    public static final TextRule CREDENTIAL = TextRule.of(TextRules::credential);

    /** The name of a user or an object. A name that cannot exist is not found instead of invalid. */
    public static final TextRule NAME = TextRule.of(text -> text.isEmpty() ? List.of(blank()) : List.of());

    private TextRules() {}

    /** The problem for a password that the use case found weak. */
    public static Problem weakPassword(String field, Collection<Password.Flaw> flaws) {
        return Problem.of(
                ProblemCode.WEAK_PASSWORD,
                newPassword(flaws).stream()
                        .map(broken -> new FieldError(field, broken.flaw(), broken.message()))
                        .toList());
    }

    private static List<Broken> username(String text) {
        return Username.flawsOf(text).stream()
                .map(flaw -> switch (flaw) {
                    case BLANK -> blank();
                    case ILLEGAL_CHARACTER ->
                        new Broken(FieldFlaw.ILLEGAL_CHARACTERS, "Only letters, numbers and @ . + - _ are allowed.");
                    case TOO_LONG -> tooLong(Username.MAX_LENGTH);
                })
                .toList();
    }

    private static List<Broken> content(String text) {
        return MessageContent.flawsOfVisible(text).stream()
                .map(flaw -> switch (flaw) {
                    case BLANK -> blank();
                    case TOO_LONG -> tooLong(MessageContent.MAX_LENGTH);
                    case NUL, LONE_SURROGATE -> unsafe();
                })
                .distinct()
                .toList();
    }

    private static List<Broken> deviceName(String text) {
        return DeviceName.flawsOf(text).stream()
                .map(flaw -> switch (flaw) {
                    case BLANK -> blank();
                    case CONTROL_CHARACTER ->
                        new Broken(FieldFlaw.ILLEGAL_CHARACTERS, "Control characters are not allowed.");
                    case TOO_LONG -> tooLong(DeviceName.MAX_LENGTH);
                    case NUL, LONE_SURROGATE -> unsafe();
                })
                .distinct()
                .toList();
    }

    private static List<Broken> newPassword(Collection<Password.Flaw> flaws) {
        return flaws.stream()
                .map(flaw -> switch (flaw) {
                    case BLANK -> blank();
                    case TOO_SHORT ->
                        new Broken(FieldFlaw.TOO_SHORT, "At least " + Password.MIN_LENGTH + " characters are needed.");
                    case TOO_LONG -> tooLong(Password.MAX_LENGTH);
                    case NUL, LONE_SURROGATE -> unsafe();
                })
                .distinct()
                .toList();
    }

    private static List<Broken> credential(String text) {
        if (Text.isBlank(text)) {
            return List.of(blank());
        }
        return Text.hasNul(text) || Text.hasLoneSurrogate(text) ? List.of(unsafe()) : List.of();
    }

    private static Broken blank() {
        return new Broken(FieldFlaw.BLANK, "This must not be blank.");
    }

    private static Broken tooLong(int limit) {
        return new Broken(FieldFlaw.TOO_LONG, "At most " + limit + " characters are allowed.");
    }

    private static Broken unsafe() {
        return new Broken(FieldFlaw.UNSAFE_TEXT, "NUL and halves of surrogate pairs are not allowed.");
    }
}
