package dev.parley.adapters.rest.v1;

import dev.parley.adapters.rest.auth.SessionAuthenticator;
import dev.parley.adapters.rest.error.FailureForm;
import dev.parley.adapters.rest.json.JsonBodies;
import dev.parley.adapters.rest.v1.activity.ActivityResource;
import dev.parley.adapters.rest.v1.block.BlockResource;
import dev.parley.adapters.rest.v1.conversation.HistoryResource;
import dev.parley.adapters.rest.v1.conversation.ReceiptResource;
import dev.parley.adapters.rest.v1.error.ProblemFilter;
import dev.parley.adapters.rest.v1.error.V1Failures;
import dev.parley.adapters.rest.v1.field.JsonObjectReader;
import dev.parley.adapters.rest.v1.http.NoStoreFilter;
import dev.parley.adapters.rest.v1.http.TokenAuthentication;
import dev.parley.adapters.rest.v1.http.TrailingSlashFilter;
import dev.parley.adapters.rest.v1.http.V1Authentication;
import dev.parley.adapters.rest.v1.inbox.InboxResource;
import dev.parley.adapters.rest.v1.inbox.UnreadResource;
import dev.parley.adapters.rest.v1.json.V1Json;
import dev.parley.adapters.rest.v1.me.MeResource;
import dev.parley.adapters.rest.v1.message.MessageResource;
import dev.parley.adapters.rest.v1.session.SessionResource;
import dev.parley.adapters.rest.v1.user.UserResource;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;

/** The v1 surface. What it shares with others is in {@link dev.parley.adapters.rest.RestApi}. */
public final class V1Api implements Feature {

    private final V1UseCases useCases;
    private final EventApi events;

    public V1Api(V1UseCases useCases, EventApi events) {
        this.useCases = useCases;
        this.events = events;
    }

    @Override
    public boolean configure(FeatureContext context) {
        registerResources(context);
        registerAuthentication(context);
        registerForms(context);
        context.register(events);
        return true;
    }

    /** How this surface says that a request failed. */
    public FailureForm failures() {
        return new V1Failures();
    }

    /** What this surface answers with. */
    public JsonBodies bodies() {
        return V1Json.bodies();
    }

    private void registerResources(FeatureContext context) {
        register(context, useCases.users());
        register(context, useCases.sessions());
        register(context, useCases.account());
        register(context, useCases.blocks());
        register(context, useCases.conversations());
    }

    private static void register(FeatureContext context, V1UseCases.Users users) {
        context.register(new UserResource(users.register(), users.find(), users.search()));
    }

    private static void register(FeatureContext context, V1UseCases.Sessions sessions) {
        context.register(new SessionResource(sessions.logIn(), sessions.logOut(), sessions.list(), sessions.revoke()));
    }

    private static void register(FeatureContext context, V1UseCases.Account account) {
        context.register(new MeResource(account.getProfile(), account.changePassword(), account.erase()))
                .register(new ActivityResource(account.readActivity()));
    }

    private static void register(FeatureContext context, V1UseCases.Blocks blocks) {
        context.register(new BlockResource(blocks.block(), blocks.unblock(), blocks.list()));
    }

    private void register(FeatureContext context, V1UseCases.Conversations conversations) {
        context.register(new InboxResource(conversations.readInbox()))
                .register(new UnreadResource(conversations.countUnread()))
                .register(new HistoryResource(
                        conversations.browse(),
                        conversations.send(),
                        useCases.users().find(),
                        useCases.account().getProfile()))
                .register(new ReceiptResource(conversations.markRead()))
                .register(new MessageResource(conversations.getDeliveryReport()));
    }

    private void registerAuthentication(FeatureContext context) {
        SessionAuthenticator sessions =
                new SessionAuthenticator(useCases.sessions().authenticate());
        context.register(new V1Authentication(new TokenAuthentication(sessions)));
    }

    private static void registerForms(FeatureContext context) {
        context.register(new TrailingSlashFilter())
                .register(new NoStoreFilter())
                .register(new JsonObjectReader())
                .register(new ProblemFilter());
    }
}
