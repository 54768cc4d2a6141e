package dev.parley.adapters.rest.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes UTF-8 and rejects malformed input instead of replacing it. */
final class Utf8 {

    static final char BYTE_ORDER_MARK = '\uFEFF';

    private Utf8() {}

    static String decode(byte[] bytes) throws MalformedJsonException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        if (result.isError()) {
            throw after(text, "Invalid UTF-8");
        }
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            throw new MalformedJsonException("Unexpected byte order mark", 1, 1);
        }
        return text.toString();
    }

    private static MalformedJsonException after(CharBuffer good, String reason) {
        String text = good.toString();
        int line = 1 + (int) text.chars().filter(character -> character == '\n').count();
        int column = text.length() - text.lastIndexOf('\n');
        return new MalformedJsonException(reason, line, column);
    }
}
