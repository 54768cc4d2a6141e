package dev.parley.bootstrap.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/** The body of an answer; what a client is slow to take is waited for on record. */
final class WaitingAnswer extends ServletOutputStream {

    /** What the server writes at a time; after each it is known how far a client has come. */
    static final int PIECE = 32 * 1024;

    /** The kernel doubles it. Left to itself it would take megabytes for each client that takes nothing. */
    static final int SEND_BUFFER_BYTES = 128 * 1024;

    private final ServletOutputStream answer;
    private final ClientConnection client;
    private final ClientWait wait;

    WaitingAnswer(ServletOutputStream answer, ClientConnection client, ClientWait wait) {
        this.answer = answer;
        this.client = client;
        this.wait = wait;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length > PIECE) {
            client.bufferAtMost(SEND_BUFFER_BYTES);
        }
        int end = offset + length;
        int from = offset;
        while (from < end) {
            int begin = from;
            int count = Math.min(PIECE, end - begin);
            from += wait.during(() -> {
                answer.write(bytes, begin, count);
                return count;
            });
        }
    }

    @Override
    public void flush() throws IOException {
        wait.during(() -> {
            answer.flush();
            return 0;
        });
    }

    /** What was gathered is written now. */
    @Override
    public void close() throws IOException {
        wait.during(() -> {
            answer.close();
            return 0;
        });
    }

    @Override
    public boolean isReady() {
        return answer.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        answer.setWriteListener(listener);
    }
}
