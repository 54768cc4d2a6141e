package dev.parley.bootstrap.service;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sends many requests concurrently. Only for requests that do not change anything. */
final class ConcurrentRequests implements AutoCloseable {

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    /** The responses in the order of the requests. */
    List<ApiResponse> all(List<Callable<ApiResponse>> questions) {
        try {
            return executor.invokeAll(questions).stream().map(Future::resultNow).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        executor.close();
    }
}
