package dev.parley.planted.adapters.persistence.user;

import dev.parley.planted.Breaks;
import dev.parley.planted.adapters.persistence.activitylog.LogStore;

@Breaks("11-the-log-has-its-own-store")
record ForgedEntry(LogStore store) {}
