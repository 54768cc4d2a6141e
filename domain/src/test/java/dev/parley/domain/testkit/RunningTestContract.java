package dev.parley.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

abstract class RunningTestContract {

    @Test
    void contractTestIsRunByEverySubclass() {
        assertThat(RunningTest.find().orElseThrow().command())
                .isEqualTo("./parley verify -pl domain -am" + " '-Dtest=*Test#contractTestIsRunByEverySubclass'");
    }
}
