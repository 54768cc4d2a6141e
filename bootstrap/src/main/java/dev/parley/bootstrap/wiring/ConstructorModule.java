package dev.parley.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.name.Names;
import java.lang.reflect.Constructor;
import java.util.List;

/** Binds a class by its only constructor, so that it needs no annotation of Guice. */
abstract class ConstructorModule extends AbstractModule {

    /** Binds a use case to its service, as a singleton. */
    final <T> void useCase(Class<T> port, Class<? extends T> service) {
        bind(port).toConstructor(onlyConstructorOf(service)).in(Singleton.class);
    }

    /** Binds an out-port to its adapter, as a singleton. */
    final <T> void adapter(Class<T> port, Class<? extends T> adapter) {
        bind(port).toConstructor(onlyConstructorOf(adapter)).in(Singleton.class);
    }

    /** Binds a class to itself, as a singleton. */
    final <T> void single(Class<T> type) {
        bind(type).toConstructor(onlyConstructorOf(type)).in(Singleton.class);
    }

    /** Binds the resources of an API in the order of their types, as a set with the name of the API. */
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
                    "expected one public constructor of %s, found %d".formatted(type.getName(), constructors.length));
        }
        return (Constructor<T>) constructors[0];
    }
}
