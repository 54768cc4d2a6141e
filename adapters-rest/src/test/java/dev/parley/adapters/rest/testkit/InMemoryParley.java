package dev.parley.adapters.rest.testkit;

import dev.parley.adapters.rest.v1.event.follow.EventConnectionSettings;
import dev.parley.application.port.in.limit.AdmitRequestUseCase;
import dev.parley.application.port.in.limit.RateLimitedUseCase;
import dev.parley.application.port.in.session.AuthenticateUseCase;
import dev.parley.application.port.in.session.LogInUseCase;
import dev.parley.application.port.in.session.RedeemStreamTicketUseCase;
import dev.parley.application.port.in.user.ChangePasswordUseCase;
import dev.parley.application.port.in.user.RegisterUserUseCase;
import dev.parley.application.testkit.InMemoryStores;
import dev.parley.application.testkit.UseCases;
import dev.parley.domain.limit.PermitResults;
import jakarta.ws.rs.core.GenericType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The real services over in-memory stores, each found by the type of its port. Resources are made of them by their
 * constructors, as the service does it.
 */
public final class InMemoryParley {

    /** As it is served by default, except that a server stops at once. */
    public static final EventConnectionSettings FOLLOWING = new EventConnectionSettings(
            1000,
            1000,
            8,
            4,
            64 << 20,
            Duration.ofSeconds(15),
            Duration.ofSeconds(10),
            Duration.ofHours(1),
            Duration.ZERO);

    private static final AdmitRequestUseCase UNLIMITED = (kind, client) -> PermitResults.NONE;

    /** The rate-limited use cases that resources need. */
    private static final Map<Type, Function<InMemoryParley, Object>> LIMITED = Map.of(
            LimitedPorts.AUTHENTICATE.getType(),
            all -> RateLimitedUseCase.unlimited(all.get(AuthenticateUseCase.class)::authenticate),
            LimitedPorts.REDEEM_TICKET.getType(),
            all -> RateLimitedUseCase.unlimited(all.get(RedeemStreamTicketUseCase.class)::redeem),
            LimitedPorts.LOG_IN.getType(),
            all -> RateLimitedUseCase.unlimited(all.get(LogInUseCase.class)::logIn),
            LimitedPorts.REGISTER.getType(),
            all -> RateLimitedUseCase.unlimited(all.get(RegisterUserUseCase.class)::register),
            LimitedPorts.CHANGE_PASSWORD.getType(),
            all -> RateLimitedUseCase.unlimited(all.get(ChangePasswordUseCase.class)::change));

    private final Map<Type, Object> parts;
    private final EventConnectionSettings following;

    private InMemoryParley(Map<Type, Object> parts, EventConnectionSettings following) {
        this.parts = Map.copyOf(parts);
        this.following = following;
    }

    public static InMemoryParley empty(Clock clock) {
        return over(UseCases.over(InMemoryStores.empty(), clock));
    }

    public static InMemoryParley over(UseCases all) {
        Map<Type, Object> parts = new HashMap<>();
        for (RecordComponent useCase : UseCases.class.getRecordComponents()) {
            parts.put(useCase.getType(), valueOf(useCase, all));
        }
        return new InMemoryParley(parts, FOLLOWING).with(AdmitRequestUseCase.class, UNLIMITED);
    }

    /** The same with another part behind a port. */
    public <T> InMemoryParley with(Class<T> port, T other) {
        Map<Type, Object> changed = new HashMap<>(parts);
        changed.put(port, other);
        return new InMemoryParley(changed, following);
    }

    /** The same with a rate-limited use case, which has no limits otherwise. */
    public <T> InMemoryParley with(GenericType<T> port, T other) {
        Map<Type, Object> changed = new HashMap<>(parts);
        changed.put(port.getType(), other);
        return new InMemoryParley(changed, following);
    }

    public InMemoryParley with(EventConnectionSettings other) {
        return new InMemoryParley(parts, other);
    }

    /** The same with use cases that throw. Requests are admitted as before. */
    public InMemoryParley throwing(Supplier<RuntimeException> failure) {
        Map<Type, Object> changed = new HashMap<>(parts);
        changed.replaceAll(
                (type, part) -> type instanceof Class<?> port && port.isInterface() && port != AdmitRequestUseCase.class
                        ? throwing(port, failure)
                        : part);
        return new InMemoryParley(changed, following);
    }

    private static Object throwing(Class<?> port, Supplier<RuntimeException> failure) {
        return Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
            throw failure.get();
        });
    }

    public <T> T get(Class<T> port) {
        return port.cast(part(port));
    }

    /** The use case as resources get it. */
    @SuppressWarnings("unchecked") // a part is stored by its type
    <T> T get(GenericType<T> port) {
        return (T) part(port.getType());
    }

    private Object part(Type type) {
        Object part = parts.get(type);
        if (part == null && LIMITED.containsKey(type)) {
            part = LIMITED.get(type).apply(this);
        }
        if (part == null) {
            throw new IllegalArgumentException("there is no " + type.getTypeName());
        }
        return part;
    }

    EventConnectionSettings following() {
        return following;
    }

    /** One object of each type, made of the parts by its only constructor. */
    Set<Object> resources(List<Class<?>> types) {
        Set<Object> resources = new LinkedHashSet<>();
        types.forEach(type -> resources.add(create(type)));
        return resources;
    }

    private Object create(Class<?> type) {
        Constructor<?>[] constructors = type.getConstructors();
        if (constructors.length != 1) {
            throw new IllegalArgumentException(type.getName() + " needs one public constructor");
        }
        Object[] arguments = Stream.of(constructors[0].getGenericParameterTypes())
                .map(this::part)
                .toArray();
        try {
            return constructors[0].newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("cannot create " + type.getName(), e);
        }
    }

    private static Object valueOf(RecordComponent useCase, UseCases all) {
        try {
            return Objects.requireNonNull(useCase.getAccessor().invoke(all));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("cannot read " + useCase.getName(), e);
        }
    }
}
