package dev.parley.adapters.persistence.activitylog;

/** The statements that read the log in one direction. */
enum ReadDirection {
    FORWARD("ASC"),
    BACKWARD("DESC");

    private static final String ALL = """
            SELECT {columns}
            FROM activity
            WHERE position > :after AND (:type::text IS NULL OR type = :type)
            ORDER BY position {direction}
            LIMIT :limit
            """;

    /** Two index scans, each with the limit. An OR would collect and sort every activity of the user. */
    private static final String OF_USER = """
            (
                SELECT {columns}
                FROM activity
                WHERE actor_id = :user AND position > :after AND (:type::text IS NULL OR type = :type)
                ORDER BY position {direction}
                LIMIT :limit
            )
            UNION ALL
            (
                SELECT {columns}
                FROM activity
                WHERE subject_id = :user AND actor_id IS DISTINCT FROM :user
                    AND position > :after AND (:type::text IS NULL OR type = :type)
                ORDER BY position {direction}
                LIMIT :limit
            )
            ORDER BY position {direction}
            LIMIT :limit
            """;

    private final String ofAll;
    private final String ofUser;

    ReadDirection(String direction) {
        this.ofAll = statement(ALL, direction);
        this.ofUser = statement(OF_USER, direction);
    }

    private static String statement(String template, String direction) {
        return template.replace("{columns}", JdbiActivityLog.COLUMNS).replace("{direction}", direction);
    }

    String ofAll() {
        return ofAll;
    }

    String ofUser() {
        return ofUser;
    }
}
