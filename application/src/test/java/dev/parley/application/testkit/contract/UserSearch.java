package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.application.port.out.user.Users;
import dev.parley.domain.testkit.Property;
import dev.parley.domain.user.User;
import dev.parley.domain.user.Username;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Cases of {@link UsersContract} for the search by prefix: ignoring case, in a stable order, page by page. */
abstract class UserSearch extends WithStores {

    private static final long SEED = 20261122;

    @Test
    protected void usersWhoseNamesStartWithThePrefixAreListed() {
        registered("anna", "ann", "bo", "annabel", "an", "banna");

        assertThat(search("ann")).containsExactly("ann", "anna", "annabel");
        assertThat(search("annabel")).containsExactly("annabel");
        assertThat(search("annabell")).isEmpty();
    }

    @Test
    protected void listedUsersAreComplete() {
        User anna = stores.users().register(new Username("anna"), HASH, NOW).orElseThrow();

        assertThat(stores.users().listByPrefix(new Username("a"), Optional.empty(), 1))
                .containsExactly(anna);
    }

    @Test
    protected void caseIsIgnored() {
        registered("anna", "Anna", "ANNA", "zoé", "ZOÉ", "ΟΔΟΣ", "οδος", "\uD801\uDC00x", "ß");

        assertThat(search("a")).containsExactly("ANNA", "Anna", "anna");
        assertThat(search("aNN")).isEqualTo(search("a"));
        assertThat(search("ZO")).containsExactly("ZOÉ", "zoé");
        assertThat(search("Zoé")).isEqualTo(search("zOÉ")).hasSize(2);
        assertThat(search("οδοΣ")).containsExactly("ΟΔΟΣ", "οδος");
        assertThat(search("\uD801\uDC28")).containsExactly("\uD801\uDC00x");
        assertThat(search("ẞ")).containsExactly("ß");
        assertThat(search("zoe")).isEmpty();
    }

    @Test
    protected void allVariantsOfTheLetterIMatch() {
        registered("inci", "INCI", "İnci", "ınci");

        for (String prefix : List.of("i", "I", "İ", "ı", "İNCİ", "ıNCi")) {
            assertThat(search(prefix)).containsExactly("INCI", "inci", "İnci", "ınci");
        }
    }

    @Test
    protected void namesThatDifferOnlyInCaseArePagedWithoutGapOrRepeat() {
        registered("ANN", "ANn", "AnN", "Ann", "aNN", "aNn", "anN", "ann", "anna", "Ann_", "AM");

        List<String> all = search("ann");

        assertThat(all).containsExactly("ANN", "ANn", "AnN", "Ann", "aNN", "aNn", "anN", "ann", "Ann_", "anna");
        for (int size = 1; size <= all.size(); size++) {
            assertThat(inPages("aNn", size)).isEqualTo(all);
        }
    }

    @Test
    protected void wildcardIsMatchedLiterally() {
        registered("a_b", "a_", "axb", "a.b", "a+b", "ab");

        assertThat(search("a_")).containsExactly("a_", "a_b");
        assertThat(search("a.")).containsExactly("a.b");
        assertThat(search("a+")).containsExactly("a+b");
        assertThat(search("_")).isEmpty();
    }

    @Test
    protected void namesAreInTheOrderOfTheirFoldedCodePoints() {
        registered("x𝒳", "xﬁ", "xz", "x_", "xA", "x", "xé", "x用", "x𠀀", "x@", "x3", "xa", "x\uFFDC", "x𐀀");

        assertThat(search("x"))
                .containsExactly(
                        "x", "x3", "x@", "x_", "xA", "xa", "xz", "xé", "x用", "xﬁ", "x\uFFDC", "x𐀀", "x𝒳", "x𠀀");
    }

    @Test
    protected void aPrefixMayEndWithAnyCharacter() {
        registered("𝒳a", "𝒳", "𝒴", "\uFFDCa", "𐀀", "\uD7FBa", "ﬁ", "z", "zz");

        assertThat(search("𝒳")).containsExactly("𝒳", "𝒳a");
        assertThat(search("\uFFDC")).containsExactly("\uFFDCa");
        assertThat(search("\uD7FB")).containsExactly("\uD7FBa");
        assertThat(search("z")).containsExactly("z", "zz");
    }

    @Test
    protected void theLongestNameIsAPrefixOfItself() {
        String longest = "𝒳".repeat(Username.MAX_LENGTH);
        registered(longest);

        assertThat(search(longest)).containsExactly(longest);
        assertThat(search("𝒳")).containsExactly(longest);
    }

    @Test
    protected void searchContinuesAfterAnyName() {
        registered("anna", "annabel", "anne", "annika");

        assertThat(search("ann", "annabel", 10)).containsExactly("anne", "annika");
        assertThat(search("ann", "annb", 10)).containsExactly("anne", "annika");
        assertThat(search("ann", "annika", 10)).isEmpty();
        assertThat(search("ann", "b", 10)).isEmpty();
        assertThat(search("ann", "ALL", 10)).containsExactly("anna", "annabel", "anne", "annika");
    }

    @Test
    protected void pagesHaveNoGapAndNoRepeat() {
        Property.holdsFrom(SEED, random -> assertPagesHaveAll(randomNames(random, 300)));
    }

    private void assertPagesHaveAll(List<String> names) {
        names.forEach(this::registered);
        List<String> all = search("a");

        assertThat(all)
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(names.stream()
                        .filter(name -> name.startsWith("a") || name.startsWith("A"))
                        .toList());
        for (int size : List.of(1, 7, all.size() - 1, all.size(), all.size() + 1)) {
            assertThat(inPages("a", size)).isEqualTo(all);
        }
    }

    @Test
    protected void aPageEndsAtItsLimit() {
        IntStream.rangeClosed(0, Users.MAX_PAGE).forEach(number -> registered("a%03d".formatted(number)));

        assertThat(search("a", 2)).containsExactly("a000", "a001");
        assertThat(search("a", Users.MAX_PAGE)).hasSize(Users.MAX_PAGE);
    }

    @Test
    protected void aSearchWithALimitOutOfRangeIsRefused() {
        Stream.of(Integer.MIN_VALUE, -1, 0, Users.MAX_PAGE + 1, Integer.MAX_VALUE)
                .forEach(limit -> assertThatIllegalArgumentException().isThrownBy(() -> search("a", limit)));
    }

    private List<String> inPages(String prefix, int size) {
        List<String> names = new ArrayList<>();
        List<String> page = search(prefix, size);
        while (!page.isEmpty()) {
            names.addAll(page);
            page = search(prefix, page.getLast(), size);
        }
        return names;
    }

    private static List<String> randomNames(Random random, int count) {
        String[] alphabet = {"a", "b", "_", "A", "é", "ﬁ", "用", "\uFFDC", "𐀀", "𝒳"};
        return Stream.generate(() -> random.ints(1 + random.nextInt(4), 0, alphabet.length)
                        .mapToObj(letter -> alphabet[letter])
                        .reduce("", String::concat))
                .distinct()
                .limit(count)
                .toList();
    }

    private void registered(String first, String... others) {
        registered(first);
        Stream.of(others).forEach(this::registered);
    }

    private List<String> search(String prefix) {
        return search(prefix, Users.MAX_PAGE);
    }

    private List<String> search(String prefix, int limit) {
        return names(stores.users().listByPrefix(new Username(prefix), Optional.empty(), limit));
    }

    private List<String> search(String prefix, String after, int limit) {
        return names(stores.users().listByPrefix(new Username(prefix), Optional.of(new Username(after)), limit));
    }

    private static List<String> names(List<User> users) {
        return users.stream().map(user -> user.username().value()).toList();
    }
}
