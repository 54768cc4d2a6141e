package dev.parley.adapters.rest.testkit.openapi;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Keeps a copy of the body that is written to a response. */
final class CopiedResponse extends HttpServletResponseWrapper {

    private final ByteArrayOutputStream copy = new ByteArrayOutputStream();

    CopiedResponse(HttpServletResponse response) {
        super(response);
    }

    byte[] copy() {
        synchronized (copy) {
            return copy.toByteArray();
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        ServletOutputStream body = super.getOutputStream();
        return new ServletOutputStream() {
            @Override
            public void write(int octet) throws IOException {
                write(new byte[] {(byte) octet}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                synchronized (copy) {
                    copy.write(bytes, offset, length);
                }
                body.write(bytes, offset, length);
            }

            @Override
            public void flush() throws IOException {
                body.flush();
            }

            @Override
            public void close() throws IOException {
                body.close();
            }

            @Override
            public boolean isReady() {
                return body.isReady();
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                body.setWriteListener(listener);
            }
        };
    }
}
