package dev.parley.application.testkit;

import dev.parley.application.port.out.shared.UnitOfWork;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Units of work of which the first runs another action between its work and its commit. */
public final class BeforeCommit implements UnitOfWork {

    private final UnitOfWork unitOfWork;
    private final Runnable concurrentAction;
    private final AtomicBoolean happened = new AtomicBoolean();

    public BeforeCommit(UnitOfWork unitOfWork, Runnable concurrentAction) {
        this.unitOfWork = unitOfWork;
        this.concurrentAction = concurrentAction;
    }

    @Override
    public <T> T execute(Supplier<T> work) {
        return unitOfWork.execute(() -> {
            T result = work.get();
            if (happened.compareAndSet(false, true)) {
                concurrentAction.run();
            }
            return result;
        });
    }

    @Override
    public <T> T snapshot(Supplier<T> reading) {
        return unitOfWork.snapshot(reading);
    }
}
