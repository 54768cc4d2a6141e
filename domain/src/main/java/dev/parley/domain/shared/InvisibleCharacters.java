package dev.parley.domain.shared;

import java.util.List;

/**
 * Characters that a reader cannot see: white space, control characters, noncharacters, symbols with an empty glyph, and those
 * with the Unicode property {@code Default_Ignorable_Code_Point}.
 *
 * <p>Java does not expose that property. The table below is from Unicode 17.0.0
 * (https://www.unicode.org/Public/17.0.0/ucd/DerivedCoreProperties.txt) and equals that of 14.0 to 16.0. It includes the
 * reserved code points, so it also covers future characters.
 */
final class InvisibleCharacters {

    /** In ascending order. */
    static final List<Range> DEFAULT_IGNORABLE = List.of(
            new Range(0x00AD, 0x00AD), // soft hyphen
            new Range(0x034F, 0x034F), // combining grapheme joiner
            new Range(0x061C, 0x061C), // Arabic letter mark
            new Range(0x115F, 0x1160), // Hangul fillers
            new Range(0x17B4, 0x17B5), // Khmer inherent vowels
            new Range(0x180B, 0x180F), // Mongolian variation selectors and vowel separator
            new Range(0x200B, 0x200F), // zero-width characters, directional marks
            new Range(0x202A, 0x202E), // directional embeddings and overrides
            new Range(0x2060, 0x206F), // word joiner, invisible operators, directional isolates
            new Range(0x3164, 0x3164), // Hangul filler
            new Range(0xFE00, 0xFE0F), // variation selectors
            new Range(0xFEFF, 0xFEFF), // zero-width no-break space
            new Range(0xFFA0, 0xFFA0), // halfwidth Hangul filler
            new Range(0xFFF0, 0xFFF8), // reserved
            new Range(0x1BCA0, 0x1BCA3), // shorthand format controls
            new Range(0x1D173, 0x1D17A), // musical format controls
            new Range(0xE0000, 0xE0FFF) // tags, more variation selectors
            );

    static final int BRAILLE_PATTERN_BLANK = 0x2800;
    static final int MUSICAL_SYMBOL_NULL_NOTEHEAD = 0x1D159;
    static final int EGYPTIAN_HIEROGLYPH_FULL_BLANK = 0x13441;
    static final int EGYPTIAN_HIEROGLYPH_HALF_BLANK = 0x13442;
    static final int KHITAN_SMALL_SCRIPT_FILLER = 0x16FE4;

    private InvisibleCharacters() {}

    /** A range of code points, {@code last} included. */
    record Range(int first, int last) {}

    static boolean contains(int codePoint) {
        return Text.isSpace(codePoint)
                || Character.getType(codePoint) == Character.CONTROL
                || isBlankSymbol(codePoint)
                || isNoncharacter(codePoint)
                || isDefaultIgnorable(codePoint);
    }

    private static boolean isBlankSymbol(int codePoint) {
        return switch (codePoint) {
            case BRAILLE_PATTERN_BLANK,
                    MUSICAL_SYMBOL_NULL_NOTEHEAD,
                    EGYPTIAN_HIEROGLYPH_FULL_BLANK,
                    EGYPTIAN_HIEROGLYPH_HALF_BLANK,
                    KHITAN_SMALL_SCRIPT_FILLER -> true;
            default -> false;
        };
    }

    /** Whether it is one of the 66 code points that Unicode will never assign. */
    private static boolean isNoncharacter(int codePoint) {
        return (codePoint & 0xFFFE) == 0xFFFE || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
    }

    static boolean isDefaultIgnorable(int codePoint) {
        for (Range range : DEFAULT_IGNORABLE) {
            if (codePoint <= range.last()) {
                return codePoint >= range.first();
            }
        }
        return false;
    }
}
