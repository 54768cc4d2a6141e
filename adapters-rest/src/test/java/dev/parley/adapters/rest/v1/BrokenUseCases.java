package dev.parley.adapters.rest.v1;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Use cases that always throw. */
final class BrokenUseCases {

    private BrokenUseCases() {}

    /** @param type a record of use cases, or of such records */
    static <T extends Record> T thatThrow(Class<T> type, Supplier<RuntimeException> failure) {
        Class<?>[] types = Stream.of(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        Object[] broken = Stream.of(types).map(part -> part(part, failure)).toArray();
        try {
            return type.getDeclaredConstructor(types).newInstance(broken);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("cannot create the record", e);
        }
    }

    private static Object part(Class<?> type, Supplier<RuntimeException> failure) {
        InvocationHandler throwing = (proxy, method, arguments) -> {
            throw failure.get();
        };
        return type.isRecord()
                ? thatThrow(type.asSubclass(Record.class), failure)
                : Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, throwing);
    }
}
