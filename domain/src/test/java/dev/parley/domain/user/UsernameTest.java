package dev.parley.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.domain.user.Username.Flaw;
import java.time.Instant;
import java.util.List;
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
                        "a b", "a\tb", "a/b", "a!b", "a,b", "a:b", "🙂", "e\u0301", "a\0", "\uD835", "a\u200Db", "€"))
                .allSatisfy(name -> assertThat(Username.flawsOf(name)).containsExactly(Flaw.ILLEGAL_CHARACTER));
    }

    @Test
    void aBlankNameIsBlankAndNothingElse() {
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
    void everyFlawIsToldInOrder() {
        assertThat(Username.flawsOf("!".repeat(151))).containsExactly(Flaw.ILLEGAL_CHARACTER, Flaw.TOO_LONG);
    }

    @Test
    void parsingGivesTheNameOrNothing() {
        assertThat(Username.parse("anna")).contains(new Username("anna"));
        assertThat(Username.parse(" anna")).isEmpty();
    }

    @Test
    void whatIsNoNameCannotBeMade() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Username("a b"))
                .withMessageContaining("ILLEGAL_CHARACTER");
    }

    @Test
    void namesThatDifferInCaseAreDifferent() {
        assertThat(new Username("anna")).isNotEqualTo(new Username("Anna"));
    }

    @Test
    void aNameShowsItself() {
        assertThat(new Username("anna")).hasToString("anna");
    }

    @Test
    void aTombstoneStandsForAnErasedUser() {
        Username tombstone = Username.ofErased(new UserId(Long.MAX_VALUE));

        assertThat(tombstone.value()).isEqualTo("~9223372036854775807");
        assertThat(tombstone.isTombstone()).isTrue();
        assertThat(Username.parse(tombstone.value())).contains(tombstone);
        assertThat(new Username("anna").isTombstone()).isFalse();
    }

    @Test
    void namesOfOneHashHaveAnOrder() {
        Username one = new Username("AaBB");
        Username other = new Username("BBAa");

        assertThat(one).hasSameHashCodeAs(other).isLessThan(other).isEqualByComparingTo(new Username("AaBB"));
    }

    @Test
    void nobodyCanChooseATombstone() {
        assertThat(Username.flawsOf("~5")).containsExactly(Flaw.ILLEGAL_CHARACTER);
    }

    @Test
    void aTildeWithoutAnIdIsNoTombstone() {
        assertThat(List.of("~", "~0", "~05", "~-5", "~5a", " ~5", "~5\n", "~~5", "~٣", "~12345678901234567890"))
                .allSatisfy(text -> assertThat(Username.parse(text)).isEmpty())
                .allSatisfy(text -> assertThatIllegalArgumentException().isThrownBy(() -> new Username(text)));
    }

    @Test
    void aUserIsErasedOnceATombstoneIsLeft() {
        UserId id = new UserId(5);

        assertThat(new User(id, Username.ofErased(id), Instant.EPOCH).isErased())
                .isTrue();
        assertThat(new User(id, new Username("anna"), Instant.EPOCH).isErased()).isFalse();
    }
}
