package dev.parley.bootstrap.wiring;

import com.google.inject.AbstractModule;

/** Nothing is injected that was not bound on purpose. */
final class StrictModule extends AbstractModule {

    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        binder().requireExactBindingAnnotations();
        binder().requireAtInjectOnConstructors();
        binder().disableCircularProxies();
    }
}
