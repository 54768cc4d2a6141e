package dev.parley.planted.bootstrap;

import dev.parley.planted.Breaks;

@Breaks("09-names-say-something")
interface IStarter {

    @Breaks("09-names-say-something")
    final class StarterManager implements IStarter {}

    @Breaks("09-names-say-something")
    final class StarterImpl implements IStarter {}

    @Breaks("09-names-say-something")
    final class StarterUtil {}

    @Breaks("09-names-say-something")
    record StarterData() {}
}
