package dev.parley.adapters.rest.testkit.openapi;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** A request that keeps what is read of its body. */
final class CopiedRequest extends HttpServletRequestWrapper {

    private final ByteArrayOutputStream copy = new ByteArrayOutputStream();

    CopiedRequest(HttpServletRequest request) {
        super(request);
    }

    byte[] copy() {
        return copy.toByteArray();
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        ServletInputStream body = super.getInputStream();
        return new ServletInputStream() {
            @Override
            public int read() throws IOException {
                int octet = body.read();
                if (octet >= 0) {
                    copy.write(octet);
                }
                return octet;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int count = body.read(buffer, offset, length);
                if (count > 0) {
                    copy.write(buffer, offset, count);
                }
                return count;
            }

            @Override
            public boolean isFinished() {
                return body.isFinished();
            }

            @Override
            public boolean isReady() {
                return body.isReady();
            }

            @Override
            public void setReadListener(ReadListener listener) {
                body.setReadListener(listener);
            }
        };
    }
}
