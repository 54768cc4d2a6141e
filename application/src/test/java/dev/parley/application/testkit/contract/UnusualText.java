package dev.parley.application.testkit.contract;

import java.util.List;

/** Text that stores tend to change when writing or reading. */
final class UnusualText {

    private UnusualText() {}

    static List<String> all() {
        return List.of(
                "emoji 🙂👩‍👩‍👧‍👦🇳🇿",
                "right to left: שלום עולם، مرحبا \u202Eback\u202C",
                "quotes ' '' \" ` and \\ \\\\ \\n $1 :name ? %s {} ; -- /* */",
                " leading, trailing and\r\n\tline breaks \u2028 \n ",
                "composed é, decomposed e\u0301, İstanbul, ıI, ß",
                "controls \u0001 \u001B \u007F \u0085 \u00A0 \uFEFF",
                "not a character \uFFFF \uFFFE and replaced \uFFFD",
                "null",
                "\\u0000",
                "{\"json\": [1, null]}");
    }

    /** The given number of code points beyond the first plane, two Java characters each. */
    static String astral(int codePoints) {
        return "😀".repeat(codePoints);
    }
}
