package dev.parley.bootstrap.http;

import io.dropwizard.metrics.servlets.CpuProfileServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Records a CPU profile, one at a time. It ends early when its client disconnects or the service stops. */
public final class ProfileServlet extends CpuProfileServlet {

    public static final String PATH = "/pprof";

    private static final long serialVersionUID = 1L;

    private static final int DEFAULT_SECONDS = 10;
    private static final int MOST_SECONDS = 600;
    private static final int DEFAULT_FREQUENCY = 100;
    private static final int HIGHEST_FREQUENCY = 1000;
    private static final int LOOK_MILLIS = 200;

    private final Semaphore free = new Semaphore(1);
    private volatile boolean stopping;

    /** Ends the current profile and allows no other. */
    public void stop() {
        stopping = true;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(
                "Connection", "close"); // the check for a disconnect may have taken a byte of the next request
        Optional<byte[]> profile = profile(request);
        if (profile.isPresent()) {
            response.setHeader("Cache-Control", "no-store");
            response.setContentType("pprof/raw");
            response.getOutputStream().write(profile.get());
        } else {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    /** Empty if it was ended early, or if another one is being recorded. */
    private Optional<byte[]> profile(HttpServletRequest request) throws IOException {
        ClientConnection client = ClientConnection.of(request);
        FutureTask<byte[]> recording = recording(request);
        if (!free.tryAcquire()) {
            return Optional.empty();
        }
        Thread.ofPlatform().daemon().name("cpu-profile").start(() -> record(recording));
        try {
            Optional<byte[]> profile = Optional.empty();
            while (profile.isEmpty() && !stopping && !client.isGone()) {
                profile = within(recording);
            }
            return profile;
        } catch (ExecutionException e) {
            throw new IOException("no profile could be made", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("the profile was interrupted").initCause(e);
        } finally {
            recording.cancel(true);
        }
    }

    /** The next profile may begin when this one has ended, which can be later than its request. */
    private void record(FutureTask<byte[]> recording) {
        try {
            recording.run();
        } finally {
            free.release();
        }
    }

    private FutureTask<byte[]> recording(HttpServletRequest request) {
        int seconds = number(request.getParameter("duration"), DEFAULT_SECONDS, MOST_SECONDS);
        int frequency = number(request.getParameter("frequency"), DEFAULT_FREQUENCY, HIGHEST_FREQUENCY);
        Thread.State state = "blocked".equalsIgnoreCase(request.getParameter("state"))
                ? Thread.State.BLOCKED
                : Thread.State.RUNNABLE;
        return new FutureTask<>(() -> {
            ByteArrayOutputStream profile = new ByteArrayOutputStream();
            doProfile(profile, seconds, frequency, state);
            return profile.toByteArray();
        });
    }

    private static Optional<byte[]> within(FutureTask<byte[]> recording)
            throws ExecutionException, InterruptedException {
        try {
            return Optional.of(recording.get(LOOK_MILLIS, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        }
    }

    private static int number(@Nullable String text, int otherwise, int most) {
        try {
            return text == null ? otherwise : Math.clamp(Integer.parseInt(text), 1, most);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
