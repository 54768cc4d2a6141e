package dev.parley.bootstrap.http;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** What a client of HTTP/2 writes that takes nothing of any answer (RFC 9113). */
final class Http2Frames {

    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;

    private Http2Frames() {}

    static byte[] beginning() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(frame(SETTINGS, 0, 0, "000400000000")); // INITIAL_WINDOW_SIZE 0
        return bytes.toByteArray();
    }

    static byte[] get(int stream, String path) {
        return frame(HEADERS, END_HEADERS | END_STREAM, stream, "8286" + at(path));
    }

    /** Of which no body comes. */
    static byte[] post(int stream, String path) {
        return frame(HEADERS, END_HEADERS, stream, "8386" + at(path));
    }

    private static String at(String path) {
        return "04" + literal(path) + "41" + literal("x");
    }

    private static byte[] frame(int type, int flags, int stream, String payload) {
        byte[] bytes = HexFormat.of().parseHex(payload);
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(HexFormat.of().parseHex("%06x%02x%02x%08x".formatted(bytes.length, type, flags, stream)));
        frame.writeBytes(bytes);
        return frame.toByteArray();
    }

    private static String literal(String text) {
        return "%02x".formatted(text.length()) + HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads on until the server ends a request and leaves the others. */
    static void awaitReset(Socket client) throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        int type = -1;
        while (type != RST_STREAM) {
            int lengthAndType = in.readInt();
            type = lengthAndType & 0xff;
            in.readNBytes(5 + (lengthAndType >>> 8));
        }
    }
}
