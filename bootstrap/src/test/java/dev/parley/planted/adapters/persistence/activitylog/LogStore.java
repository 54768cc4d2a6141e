package dev.parley.planted.adapters.persistence.activitylog;

import dev.parley.planted.Breaks;
import dev.parley.planted.adapters.persistence.shared.StateStore;

@Breaks("11-the-log-joins-no-state")
public final class LogStore extends StateStore {}
