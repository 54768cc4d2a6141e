package dev.parley.domain.activity;

/** An activity with its permanent id. */
public record RecordedActivity(ActivityId id, Activity activity) {}
