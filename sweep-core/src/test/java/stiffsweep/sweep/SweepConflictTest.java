package stiffsweep.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import stiffsweep.declare.Settings;

/** A conflict that is missed mixes two questions in one folder; one that is imagined refuses to continue a sweep. */
class SweepConflictTest {

    private static final Sweep STORED = ExampleSweeps.of("a", 1, 3, List.of(1.0, 10.0, 100.0, 1000.0));

    @Test
    void aSweepMayBeContinuedWidenedAndNarrowed() {
        assertThat(SweepConflict.between(STORED, STORED)).isEmpty();
        assertThat(SweepConflict.between(ExampleSweeps.of("a", 1, 3, List.of(1.0, 1e4)), STORED))
                .isEmpty();
        assertThat(SweepConflict.between(ExampleSweeps.of("a", 1, 3, List.of(10.0)), STORED))
                .isEmpty();
        assertThat(SweepConflict.between(ExampleSweeps.of("a", 1, 9, List.of(10.0)), STORED))
                .isEmpty();
    }

    @Test
    void anotherNameIsAnotherSweep() {
        assertThat(SweepConflict.between(ExampleSweeps.of("b", 1, 3, List.of(1.0)), STORED))
                .contains("name: the results in one folder must be of one sweep, but got b where the folder has a;"
                        + " use another --out, or --fork NEWDIR to take over the trials that are the same");
    }

    @Test
    void anotherSeedIsAnotherSweep() {
        assertThat(SweepConflict.between(ExampleSweeps.of("a", 2, 3, List.of(1.0)), STORED))
                .hasValueSatisfying(sentence ->
                        assertThat(sentence).startsWith("sweep.seed:").contains("got 2 where the folder has 1"));
    }

    @Test
    void aSettingThatSharesNoValueIsAnotherSweep() {
        assertThat(SweepConflict.between(ExampleSweeps.of("a", 1, 3, List.of(2.0, 3.0)), STORED))
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .startsWith("problem.stiffness:")
                        .contains("got 2.0, 3.0 where the folder has 1.0, 10.0, 100.0, ..;"));
    }

    @Test
    void aSettingThatIsNotSweptCountsToo() {
        Settings longer = ExampleSweeps.with(ExampleSweeps.settings(1.0), "training.epochs", 20L);

        assertThat(SweepConflict.between(ExampleSweeps.ofPoints("a", 1, 3, List.of(longer)), STORED))
                .hasValueSatisfying(sentence ->
                        assertThat(sentence).startsWith("training.epochs:").contains("got 20 where the folder has 10"));
    }

    @Test
    void howTheWorkIsDoneMayChange() {
        Settings four = ExampleSweeps.with(ExampleSweeps.settings(1.0), "training.stack", 4.0);

        assertThat(SweepConflict.between(ExampleSweeps.ofPoints("a", 1, 3, List.of(four)), STORED))
                .isEmpty();
    }
}
