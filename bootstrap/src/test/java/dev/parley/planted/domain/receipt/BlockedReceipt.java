package dev.parley.planted.domain.receipt;

import dev.parley.planted.Breaks;
import dev.parley.planted.application.port.out.block.Bans;

@Breaks("05-features-use-few-others")
public record BlockedReceipt(Bans bans) {}
