package dev.parley.adapters.rest.v1.description;

/** The headings that readers of the document find operations under, in their order. */
public enum Group {
    USERS("Users", "Registering, and finding others."),
    SESSIONS("Sessions", "Logging in, and where one is logged in."),
    ACCOUNT("Account", "Your own account, and what you did."),
    CONVERSATIONS("Conversations", "Writing to each other, one to one, and reading. Nothing is read by looking at it."),
    EVENTS(
            "Events",
            "What happens to you, one thing after the other, without a gap: load `GET /v1/conversations`, then follow from"
                    + " its `event_cursor`."),
    BLOCKS(
            "Blocks",
            "Whom you do not want to hear from. The blocked are told nothing, anywhere: their messages are held until you"
                    + " unblock them."),
    DOCUMENTATION("Documentation", "What you are reading.");

    private final String title;
    private final String description;

    Group(String title, String description) {
        this.title = title;
        this.description = description;
    }

    public String title() {
        return title;
    }

    public String description() {
        return description;
    }
}
