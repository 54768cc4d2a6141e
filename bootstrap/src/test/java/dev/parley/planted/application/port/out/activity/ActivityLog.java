package dev.parley.planted.application.port.out.activity;

import dev.parley.planted.Breaks;

@Breaks("11-the-log-appends-and-reads")
public interface ActivityLog {

    void append(String entry);

    void remove(String entry);
}
