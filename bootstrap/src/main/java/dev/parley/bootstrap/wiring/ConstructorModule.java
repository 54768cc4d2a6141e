package dev.parley.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.name.Names;
import java.lang.reflect.Constructor;
import java.util.List;

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

    /** Are the resources of an API, in the order of their types: one object of each, in a set that has the API's name. */
    final void resources(String api, List<Class<?>> types) {
        Multibinder<Object> resources = Multibinder.newSetBinder(binder(), Object.class, Names.named(api));
        types.forEach(type ->
                resources.addBinding().toConstructor(onlyConstructorOf(type)).in(Singleton.class));
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
