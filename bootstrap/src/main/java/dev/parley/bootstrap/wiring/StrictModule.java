package dev.parley.bootstrap.wiring;

import com.google.inject.AbstractModule;

/** Injects explicit bindings only. */
final class StrictModule extends AbstractModule {

    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        binder().requireExactBindingAnnotations();
        binder().requireAtInjectOnConstructors();
        binder().disableCircularProxies();
    }
}
