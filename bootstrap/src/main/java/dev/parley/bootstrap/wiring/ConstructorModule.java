package dev.parley.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import java.lang.reflect.Constructor;

/** Wires a class in one line, by its only constructor: so the class needs no annotation of Guice. */
abstract class ConstructorModule extends AbstractModule {

    /** Stands behind a port of the application as the one object of its class. */
    final <T> void useCase(Class<T> port, Class<? extends T> service) {
        bind(port).toConstructor(onlyConstructorOf(service)).in(Singleton.class);
    }

    /** Stands behind a port that the application needs as the one object of its class. */
    final <T> void adapter(Class<T> port, Class<? extends T> adapter) {
        bind(port).toConstructor(onlyConstructorOf(adapter)).in(Singleton.class);
    }

    /** Is injected by its class. */
    final <T> void single(Class<T> type) {
        bind(type).toConstructor(onlyConstructorOf(type)).in(Singleton.class);
    }

    @SuppressWarnings("unchecked") // a class returns its own constructors
    static <T> Constructor<T> onlyConstructorOf(Class<T> type) {
        Constructor<?>[] constructors = type.getConstructors();
        if (constructors.length != 1) {
            throw new IllegalArgumentException(
                    "%s has %d public constructors; wiring needs one".formatted(type.getName(), constructors.length));
        }
        return (Constructor<T>) constructors[0];
    }
}
