package dev.parley.domain.shared;

/**
 * Characters of which a reader sees nothing: white space, control characters, what Unicode calls
 * {@code Default_Ignorable_Code_Point}, and two symbols whose glyph is empty.
 *
 * <p>Java knows no property Default_Ignorable_Code_Point. The table has that of Unicode 17.0.0
 * (https://www.unicode.org/Public/17.0.0/ucd/DerivedCoreProperties.txt), which is the same as in 14.0 to 16.0; its reserved
 * code points are in it, so that later characters are covered.
 */
final class InvisibleCharacters {

    /** First and last code point of each range, in ascending order. */
    private static final int[][] DEFAULT_IGNORABLE = {
        {0x00AD, 0x00AD}, // soft hyphen
        {0x034F, 0x034F}, // combining grapheme joiner
        {0x061C, 0x061C}, // Arabic letter mark
        {0x115F, 0x1160}, // Hangul fillers
        {0x17B4, 0x17B5}, // Khmer inherent vowels
        {0x180B, 0x180F}, // Mongolian variation selectors and vowel separator
        {0x200B, 0x200F}, // zero-width characters, directional marks
        {0x202A, 0x202E}, // directional embeddings and overrides
        {0x2060, 0x206F}, // word joiner, invisible operators, directional isolates
        {0x3164, 0x3164}, // Hangul filler
        {0xFE00, 0xFE0F}, // variation selectors
        {0xFEFF, 0xFEFF}, // zero-width no-break space
        {0xFFA0, 0xFFA0}, // halfwidth Hangul filler
        {0xFFF0, 0xFFF8}, // reserved
        {0x1BCA0, 0x1BCA3}, // shorthand format controls
        {0x1D173, 0x1D17A}, // musical format controls
        {0xE0000, 0xE0FFF} // tags, more variation selectors
    };

    private static final int BRAILLE_PATTERN_BLANK = 0x2800;
    private static final int MUSICAL_SYMBOL_NULL_NOTEHEAD = 0x1D159;

    private InvisibleCharacters() {}

    static boolean contains(int codePoint) {
        return Text.isSpace(codePoint)
                || Character.getType(codePoint) == Character.CONTROL
                || codePoint == BRAILLE_PATTERN_BLANK
                || codePoint == MUSICAL_SYMBOL_NULL_NOTEHEAD
                || isDefaultIgnorable(codePoint);
    }

    static boolean isDefaultIgnorable(int codePoint) {
        for (int[] range : DEFAULT_IGNORABLE) {
            if (codePoint <= range[1]) {
                return codePoint >= range[0];
            }
        }
        return false;
    }
}
