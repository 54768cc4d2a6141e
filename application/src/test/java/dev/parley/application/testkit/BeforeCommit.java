package dev.parley.application.testkit;

import dev.parley.application.port.out.shared.UnitOfWork;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Units of work of which the first does everything, then lets something else happen, and only then commits. */
public final class BeforeCommit implements UnitOfWork {

    private final UnitOfWork unitOfWork;
    private final Runnable meanwhile;
    private final AtomicBoolean happened = new AtomicBoolean();

    public BeforeCommit(UnitOfWork unitOfWork, Runnable meanwhile) {
        this.unitOfWork = unitOfWork;
        this.meanwhile = meanwhile;
    }

    @Override
    public <T> T execute(Supplier<T> work) {
        return unitOfWork.execute(() -> {
            T result = work.get();
            if (happened.compareAndSet(false, true)) {
                meanwhile.run();
            }
            return result;
        });
    }

    @Override
    public <T> T snapshot(Supplier<T> reading) {
        return unitOfWork.snapshot(reading);
    }
}
