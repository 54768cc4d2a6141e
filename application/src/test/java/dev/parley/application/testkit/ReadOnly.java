package dev.parley.application.testkit;

import dev.parley.application.port.out.shared.UnitOfWork;
import java.util.function.Supplier;

/** Rejects units of work that may write. */
public record ReadOnly(UnitOfWork unitOfWork) implements UnitOfWork {

    @Override
    public <T> T execute(Supplier<T> work) {
        throw new AssertionError("nothing is written here");
    }

    @Override
    public <T> T snapshot(Supplier<T> reading) {
        return unitOfWork.snapshot(reading);
    }
}
