package dev.parley.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.testkit.Property;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TextTest {

    @Test
    void nulIsFoundAnywhere() {
        assertThat(List.of("\0", "a\0", "\0a", "a\0b")).allMatch(Text::hasNul);
        assertThat(List.of("", "0", "\\0", "\u0001")).noneMatch(Text::hasNul);
    }

    @Test
    void loneSurrogateIsFoundAnywhere() {
        assertThat(List.of("\uD83D", "\uDE42", "a\uD83D", "\uD83Da", "\uDE42\uD83D", "🙂\uD83D"))
                .allMatch(Text::hasLoneSurrogate);
        assertThat(List.of("", "a", "🙂", "\uD83D\uDE42", "\uE000", "\uD7FF", "\uFFFF"))
                .noneMatch(Text::hasLoneSurrogate);
        assertThat(Text.loneSurrogates("\uDE42a\uD83D")).containsExactly(0xDE42, 0xD83D);
    }

    @Test
    void lengthCountsCodePoints() {
        assertThat(Text.length("")).isZero();
        assertThat(Text.length("a🙂b")).isEqualTo(3);
        assertThat(Text.length("👩‍👩‍👧")).isEqualTo(5);
        assertThat(Text.length("\uD83D")).isEqualTo(1);
    }

    @Test
    void bytesAreThoseOfUtf8() {
        assertThat(List.of("", "a\u007f", "\u0080ö\u07ff", "\u0800€\uffff", "\ud800\udc00🙂", "aö€🙂"))
                .allSatisfy(
                        text -> assertThat(Text.bytes(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length));
    }

    @Test
    void onlyWhiteSpaceIsBlank() {
        assertThat(List.of("", " ", "\t\r\n", "\u00A0", "\u0085", "\u2007\u202F", "\u3000", "\u2028\u2029", "\u001F"))
                .allMatch(Text::isBlank);
        assertThat(List.of("a", " a ", ".", "\0", "\u200B", "\uFEFF", "🙂")).noneMatch(Text::isBlank);
    }

    /** The assumption of {@link Text#composed}. */
    @Test
    void atMostFourCodePointsComposeIntoOne() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(codePoint -> !Character.isSurrogate((char) codePoint) || codePoint > 0xFFFF)
                        .mapToObj(Character::toString)
                        .mapToInt(text -> Text.length(Normalizer.normalize(text, Normalizer.Form.NFD)))
                        .max())
                .hasValue(Text.MOST_TO_ONE);
        assertThat(Text.composed("\u03B1\u0313\u0300\u0345".repeat(2), 2)).isEqualTo("\u1F82\u1F82");
        assertThat(Text.composed("e\u0301".repeat(5), 2)).isEqualTo("e\u0301".repeat(5));
    }

    @Test
    void storableTextIsUnchanged() {
        assertThat(Text.storable("Zoë 🙂 \t\n \uFFFF", 20)).isEqualTo("Zoë 🙂 \t\n \uFFFF");
    }

    @Test
    void textIsTruncatedByCodePoints() {
        assertThat(Text.storable("a🙂b🙂", 2)).isEqualTo("a🙂");
        assertThat(Text.storable("a🙂b🙂", 4)).isEqualTo("a🙂b🙂");
        assertThat(Text.storable("abc", 0)).isEmpty();
    }

    @Test
    void nulAndLoneSurrogatesAreReplaced() {
        assertThat(Text.storable("a\0b\uD83Dc\uDE42", 20)).isEqualTo("a\uFFFDb\uFFFDc\uFFFD");
    }

    @Test
    void anyTextBecomesStorableAndThenStaysUnchanged() {
        Property.holds(300, random -> {
            StringBuilder any = new StringBuilder();
            random.ints(random.nextInt(40), 0, 0x10000).forEach(unit -> any.append((char) unit));
            any.insert(random.nextInt(any.length() + 1), "\0\uD800");

            String storable = Text.storable(any.toString(), 30);

            assertThat(Text.hasNul(storable)).isFalse();
            assertThat(Text.hasLoneSurrogate(storable)).isFalse();
            assertThat(Text.length(storable)).isEqualTo(Math.min(30, Text.length(any.toString())));
            assertThat(Text.storable(storable, 30)).isEqualTo(storable);
        });
    }
}
