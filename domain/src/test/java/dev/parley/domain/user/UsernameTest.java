package dev.parley.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.domain.user.Username.Flaw;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class UsernameTest {

    @Test
    void lettersAndNumbersOfEveryScriptAreLegal() {
        assertThat(List.of("anna", "ANNA", "Zoë", "ИВАН", "用户", "عمر", "३४", "Ⅷ", "²½", "ªº", "ʰ", "İı", "𝒳𝟜", "1"))
                .allSatisfy(name -> assertThat(Username.flawsOf(name)).isEmpty());
    }

    @Test
    void fiveOtherCharactersAreLegal() {
        assertThat(Username.flawsOf("@.+-_")).isEmpty();
        assertThat(Username.flawsOf("a.b@c-d_e+f")).isEmpty();
    }

    @Test
    void everyOtherCharacterIsIllegal() {
        assertThat(List.of(
                        "a b", "a\tb", "a/b", "a!b", "a,b", "a:b", "🙂", "x\u0301", "a\0", "\uD835", "a\u200Db", "€"))
                .allSatisfy(name -> assertThat(Username.flawsOf(name)).containsExactly(Flaw.ILLEGAL_CHARACTER));
    }

    @Test
    void blankNameHasNoOtherFlaw() {
        assertThat(List.of("", " ", "\t\n", "\u00A0", "\u0085", " ".repeat(151)))
                .allSatisfy(name -> assertThat(Username.flawsOf(name)).containsExactly(Flaw.BLANK));
    }

    @Test
    void aNameHasAtMost150CodePoints() {
        assertThat(Username.flawsOf("a".repeat(150))).isEmpty();
        assertThat(Username.flawsOf("𝒳".repeat(150))).isEmpty();
        assertThat(Username.flawsOf("a".repeat(151))).containsExactly(Flaw.TOO_LONG);
        assertThat(Username.flawsOf("𝒳".repeat(151))).containsExactly(Flaw.TOO_LONG);
    }

    @Test
    void allFlawsAreReportedInOrder() {
        assertThat(Username.flawsOf("!".repeat(151))).containsExactly(Flaw.ILLEGAL_CHARACTER, Flaw.TOO_LONG);
    }

    @Test
    void parseReturnsTheNameOrEmpty() {
        assertThat(Username.parse("anna")).contains(new Username("anna"));
        assertThat(Username.parse(" anna")).isEmpty();
    }

    @Test
    void invalidNameIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Username("a b"))
                .withMessageContaining("ILLEGAL_CHARACTER");
    }

    @Test
    void aNameIsInNormalizationFormC() {
        assertThat(Username.flawsOf("rene\u0301")).isEmpty();
        assertThat(new Username("rene\u0301")).isEqualTo(new Username("ren\u00E9"));
        assertThat(Username.parse("\u1112\u1161\u11AB\u212B")).contains(new Username("\uD55C\u00C5"));
        assertThat(Username.flawsOf("e\u0301".repeat(150))).isEmpty();
        assertThat(Username.flawsOf("e\u0301".repeat(151))).containsExactly(Flaw.TOO_LONG);
    }

    @Test
    void letterWithoutLegalComposedFormIsUnchanged() {
        assertThat(new Username("\u0958").value()).isEqualTo("\u0958");
        assertThat(Username.flawsOf("\u0915\u093C")).containsExactly(Flaw.ILLEGAL_CHARACTER);
    }

    @Test
    void normalisingTwiceChangesNothing() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .mapToObj(Character::toString)
                        .filter(text -> Username.flawsOf(text).isEmpty())
                        .filter(text -> !Username.normalised(Username.normalised(text))
                                        .equals(Username.normalised(text))
                                || !Username.flawsOf(Username.normalised(text)).isEmpty()))
                .isEmpty();
    }

    @Test
    void foldingChangesOnlyCase() {
        assertThat(List.of("ZO\u00C9", "Zo\u00C9", "zo\u00E9"))
                .allMatch(name -> new Username(name).folded().equals("zo\u00E9"));
        assertThat(List.of("inci", "INCI", "\u0130nci", "\u0131nci"))
                .allMatch(name -> new Username(name).folded().equals("inci"));
        assertThat(new Username("ΟΔΟΣ").folded()).isEqualTo(new Username("οδος").folded());
        assertThat(new Username("a.b_C-1").folded()).isEqualTo("a.b_c-1");
        assertThat(new Username("e").folded()).isNotEqualTo(new Username("\u00E9").folded());
    }

    @Test
    void allCasesOfALetterFoldToOne() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(Character::isLetter)
                        .filter(letter -> IntStream.of(
                                                Character.toLowerCase(letter),
                                                Character.toUpperCase(letter),
                                                Character.toTitleCase(letter))
                                        .mapToObj(UsernameTest::folded)
                                        .distinct()
                                        .count()
                                > 1))
                .isEmpty();
    }

    private static String folded(int letter) {
        return new Username(Character.toString(letter)).folded();
    }

    @Test
    void namesThatDifferInCaseAreDifferent() {
        assertThat(new Username("anna")).isNotEqualTo(new Username("Anna"));
    }

    @Test
    void toStringIsTheName() {
        assertThat(new Username("anna")).hasToString("anna");
    }

    @Test
    void tombstoneIsMadeOfTheUserId() {
        Username tombstone = Username.ofErased(new UserId(Long.MAX_VALUE));

        assertThat(tombstone.value()).isEqualTo("~9223372036854775807");
        assertThat(tombstone.isTombstone()).isTrue();
        assertThat(Username.parse(tombstone.value())).contains(tombstone);
        assertThat(new Username("anna").isTombstone()).isFalse();
    }

    @Test
    void namesWithEqualHashCodesAreOrdered() {
        Username one = new Username("AaBB");
        Username other = new Username("BBAa");

        assertThat(one).hasSameHashCodeAs(other).isLessThan(other).isEqualByComparingTo(new Username("AaBB"));
    }

    @Test
    void tombstoneCannotBeChosen() {
        assertThat(Username.flawsOf("~5")).containsExactly(Flaw.ILLEGAL_CHARACTER);
    }

    @Test
    void tildeWithoutIdIsNoTombstone() {
        assertThat(List.of("~", "~0", "~05", "~-5", "~5a", " ~5", "~5\n", "~~5", "~٣", "~12345678901234567890"))
                .allSatisfy(text -> assertThat(Username.parse(text)).isEmpty())
                .allSatisfy(text -> assertThatIllegalArgumentException().isThrownBy(() -> new Username(text)));
    }

    @Test
    void userWithATombstoneIsErased() {
        UserId id = new UserId(5);

        assertThat(new User(id, Username.ofErased(id), Instant.EPOCH).isErased())
                .isTrue();
        assertThat(new User(id, new Username("anna"), Instant.EPOCH).isErased()).isFalse();
    }
}
