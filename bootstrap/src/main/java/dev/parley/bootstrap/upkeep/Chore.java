package dev.parley.bootstrap.upkeep;

import java.time.Duration;
import java.util.function.IntSupplier;

/**
 * Something that a node does now and then. Every node does it; what one is at the others pass over, or take turns at.
 *
 * @param done what it does, as the log says it behind a number: "expired sessions forgotten"
 * @param work does it, or no more of it than keeps nobody waiting, and tells how much that was: 0 when there is no more
 */
public record Chore(String done, Duration interval, IntSupplier work) {}
