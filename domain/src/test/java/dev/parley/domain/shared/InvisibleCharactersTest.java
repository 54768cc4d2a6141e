package dev.parley.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class InvisibleCharactersTest {

    /** Format characters that Unicode excludes from the property because they are visible. */
    private static final Set<Integer> SHOWN_FORMATS = IntStream.concat(
                    IntStream.of(0x06DD, 0x070F, 0x0890, 0x0891, 0x08E2, 0x110BD, 0x110CD),
                    IntStream.concat(
                            IntStream.rangeClosed(0x0600, 0x0605),
                            IntStream.concat(
                                    IntStream.rangeClosed(0xFFF9, 0xFFFB), IntStream.rangeClosed(0x13430, 0x1343F))))
            .boxed()
            .collect(Collectors.toUnmodifiableSet());

    /** The definition of the property: format characters except those, variation selectors, and a list of others. */
    @Test
    void tableHasEveryFormatCharacterExceptUnicodesExceptions() {
        assertThat(codePoints(point -> Character.getType(point) == Character.FORMAT
                        && InvisibleCharacters.isDefaultIgnorable(point) == SHOWN_FORMATS.contains(point)))
                .isEmpty();
    }

    @Test
    void tableHasNoCharacterWithAGlyph() {
        Set<Integer> fillers = Set.of(0x115F, 0x1160, 0x3164, 0xFFA0);
        Set<Integer> types =
                Set.of((int) Character.FORMAT, (int) Character.NON_SPACING_MARK, (int) Character.UNASSIGNED);

        assertThat(codePoints(point -> InvisibleCharacters.isDefaultIgnorable(point)
                        && !types.contains(Character.getType(point))
                        && !fillers.contains(point)))
                .isEmpty();
    }

    @Test
    void tableHasAsManyCodePointsAsTheProperty() {
        assertThat(codePoints(InvisibleCharacters::isDefaultIgnorable)).hasSize(4174);
    }

    @Test
    void spacesControlsAndBlankSymbolsAreInvisible() {
        assertThat(List.of(
                        " ",
                        "\u0085",
                        "\u2028",
                        "\u3000",
                        "\0",
                        "\u001B",
                        "\u009F",
                        "\u2800",
                        "\uD834\uDD59",
                        "\uD80D\uDC41\uD80D\uDC42",
                        "\uD81B\uDFE4",
                        "\uFFFE",
                        "\uFDD0",
                        "\uD83F\uDFFE"))
                .allMatch(Text::isInvisible);
        assertThat(codePoints(point -> Character.isWhitespace(point) || Character.isSpaceChar(point)))
                .allMatch(InvisibleCharacters::contains);
    }

    @Test
    void invisibleCharactersInVisibleTextAreAllowed() {
        assertThat(List.of("\u2764\uFE0F", "👩\u200D👧", "\u200Ba", "1\uFE0F\u20E3", "한", "\u1100\u1160", "।"))
                .noneMatch(Text::isInvisible);
    }

    private static List<Integer> codePoints(IntPredicate wanted) {
        return IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(wanted)
                .boxed()
                .toList();
    }
}
