package stiffsweep.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stiffsweep.declare.ExampleProblems;

class SweepFaultsTest {

    @TempDir
    private Path temporary;

    private SweepFolder folder;

    @BeforeEach
    void openFolder() {
        folder = new SweepFolder(temporary);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            training.epochs = 1e-3         | training.epochs: must be a whole number of at most 2^31 - 1, but got 1e-3
            training.epochs = 2.5          | training.epochs: must be a whole number of at most 2^31 - 1, but got 2.5
            training.epochs = 3e9          | training.epochs: must be a whole number of at most 2^31 - 1, but got 3e9
            training.epochs = 0            | training.epochs: must be 1 or more, but got 0
            training.epochs = [1, 2]       | training.epochs: must be a whole number of at most 2^31 - 1, but got [1,2]
            training.learning-rate = 0     | training.learning-rate: must be positive, but got 0
            training.learning-rate = "1"   | training.learning-rate: must be a number, but got "1"
            training.learning-rate = 1e999 | training.learning-rate: must be positive, but got 1e999
            training.learning-rate = NaN   | training.learning-rate: must be a number, but got "NaN"
            training.learning-rate = null  | training.learning-rate: must be a number, but got null
            measure.between = -1           | measure.between: must be zero or positive, but got -1
            measure.hessian = yes          | measure.hessian: must be true or false, but got "yes"
            network.precision = half       | network.precision: must be one of float32, float64, but got "half"
            network.precision = 3          | network.precision: must be one of float32, float64, but got 3
            loss.weights.initial = matched | loss.weights.initial: must be a number, or one of stiffness-matched, but got "matched"
            loss.weights.initial = -1      | loss.weights.initial: must be zero or positive, but got -1
            problem.stiffness = -4         | problem.stiffness: must be positive, but got -4
            network.widht = 3              | network.widht: must be a known key, but got an unknown one; did you mean network.width?
            epochs = 3                     | epochs: must be a known key, but got an unknown one; did you mean training.epochs?
            problem = 3                    | problem: must be a known key, but got an unknown one; did you mean problem.kind?
            problem.frequency = 3          | problem.frequency: must be a known key, but got an unknown one; did you mean problem.kind?
            points.residual.from = 2       | points.residual.from: must be below points.residual.to = 1.0, but got 2.0
            points.residual.to = 0         | points.residual.from: must be below points.residual.to = 0.0, but got 1.0E-6
            points.residual.from = 0       | points.residual.from: must be positive where points.residual.spacing = log, but got 0.0
            network.widths = "4-0"         | network.widths: must be equal, or positive widths with hyphens between them, such as "1-4-50", but got "4-0"
            network.widths = wide          | network.widths: must be equal, or positive widths with hyphens between them, such as "1-4-50", but got "wide"
            network.widths = 40            | network.widths: must be equal, or positive widths with hyphens between them, such as "1-4-50", but got 40
            sweep.replicates = 0           | sweep.replicates: must be a whole number, 1 or more, or { until-interval = 10% }, but got 0
            sweep.replicates = 1.5         | sweep.replicates: must be a whole number, 1 or more, or { until-interval = 10% }, but got 1.5
            sweep.seed = 0.5               | sweep.seed: must be a whole number, but got 0.5
            sweep.gird { }                 | sweep.gird: must be a known key, but got an unknown one; did you mean sweep.grid?
            sweep.grid = 3                 | sweep.grid: must be an object of axes, but got 3
            sweep.blocks = 3               | sweep.blocks: must be a list of blocks, but got 3
            sweep.blocks = [ 3 ]           | sweep.blocks[0]: must be a block { grid {..}, zip {..}, blocks [..] }, but got 3
            sweep.blocks = [ { gird {} } ] | sweep.blocks[0].gird: must be a known key, but got an unknown one; did you mean sweep.blocks[0].grid?
            """)
    void refusesASettingThatBreaksItsLaw(String line, String fault) {
        assertThat(folder.faults("name = a\n" + line)).containsExactly("sweep.conf:2: " + fault);
    }

    @Test
    void refusesTheLogarithmOfAPointThatIsNotPositive() {
        assertThat(folder.faults("name = a, network.input = log, points.residual { spacing = linear, from = -1 }"))
                .containsExactly(
                        "sweep.conf:1: points.residual.from: must be positive where network.input = log, but got -1.0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            training.epochs = []             | training.epochs: an axis must have at least one value, but got none
            training.epochs = [1, 0]         | training.epochs: must be 1 or more, but got 0
            training.epochs = [1, two]       | training.epochs: must be a whole number of at most 2^31 - 1, but got two
            training.epochs = [[1], [2]]     | training.epochs: values of an axis must be numbers, words, true or false, but got [1]
            network.kind = [mlp, none]       | network.kind: must be one of mlp, head-trunk, but got none
            problem.kind = [linear-decey]    | problem.kind: must be one of forced-relaxation, linear-decay, quadratic-decay, or that of a jar in --jars, but got linear-decey
            problem.frequency = [1, 2]       | problem.frequency: an axis must be over a key of every problem it meets, but got problem.frequency, which linear-decay lacks; did you mean problem.kind?
            network.widht = [1, 2]           | network.widht: an axis must be over a key of every problem it meets, but got network.widht, which linear-decay lacks; did you mean network.width?
            problem.stiffness { logspace = [0, 1], count = 2 }   | problem.stiffness: both ends of a logspace must be positive, but got [0.0, 1.0]
            problem.stiffness { linspace = [1, 2], count = 1 }   | problem.stiffness: count must be 2 or more, but got 1
            problem.stiffness { linspace = [1, 2], count = 1e-3 }| problem.stiffness.count: must be a whole number of at most 2^31 - 1, but got 1e-3
            problem.stiffness { linspace = [1], count = 3 }      | problem.stiffness.linspace: the ends of an axis must be two numbers [from, to], but got [1]
            problem.stiffness { range = [1, 2], step = 0 }       | problem.stiffness: step of a range must lead from 1.0 to 2.0, but got 0.0
            problem.stiffness { range = [1, 2], step = a }       | problem.stiffness.step: must be a number, but got "a"
            """)
    void refusesAnAxisThatBreaksALaw(String line, String fault) {
        assertThat(folder.faults("name = a\nsweep.grid {\n" + line + "\n}"))
                .containsExactly("sweep.conf:3: sweep.grid." + fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ logspace = [1, 10] }",
                "{ logspace = [1, 10], linspace = [1, 10], count = 3 }",
                "{ range = [1, 10], count = 3 }",
                "{ linspace = [1, 10], count = 3, step = 1 }",
                "{ }",
                "5"
            })
    void saysWhatAnAxisMayBe(String axis) {
        assertThat(folder.faults("name = a\nsweep.grid.problem.stiffness = " + axis))
                .singleElement()
                .asString()
                .startsWith("sweep.conf:2: sweep.grid.problem.stiffness: an axis must be a list, { linspace =");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sweep.replicates = 100001 | sweep.replicates | 100001 (1 points x 100001 replicates) | 100001
            sweep.replicates { until-interval = 10%, max = 200000 } | sweep.replicates | 200000 (1 points x 200000 replicates) | 200000
            sweep { grid { problem.stiffness = [1, 2], training.epochs = [1, 2, 3] }, replicates = 50000 } | sweep.replicates | 300000 (6 points x 50000 replicates) | 50000
            sweep { axes.problem.stiffness { uniform = [1, 2] }, design = sobol, count = 60000, replicates = 2 } | sweep.count | 120000 (60000 points x 2 replicates) | 60000
            sweep { zip.training.epochs { range = [1, 60000], step = 1 }, grid.problem.stiffness = [1, 2] } | sweep.zip.training.epochs | 120000 (120000 points x 1 replicates) | 60000
            sweep { blocks = [ { grid.training.epochs { range = [1, 60000], step = 1 } }, { grid.problem.stiffness { linspace = [1, 2], count = 50000 } } ] } | sweep.blocks[0].grid.training.epochs | 110000 (110000 points x 1 replicates) | 60000
            """)
    void refusesASweepOfTooManyTrialsAtItsLargestFactor(String line, String key, String got, String largest) {
        assertThat(folder.faults("name = a\n" + line))
                .containsExactly("sweep.conf:2: " + key + ": a sweep must have at most 100000 trials, but got " + got
                        + ", of which this is the largest factor, " + largest
                        + ": make it smaller, or split the sweep into several files");
    }

    /** The points of these would fill any memory: they are counted, never made. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sweep.replicates = 2000000000 | got 2000000000 (1 points x 2000000000 replicates)
            sweep.grid { problem.stiffness { logspace = [1, 1e4], count = 99999 }, training.learning-rate { logspace = [1e-5, 1], count = 99999 } } | got 9999800001 (
            """)
    void refusesASweepThatNoMemoryHolds(String line, String got) {
        assertThat(folder.faults("name = a\n" + line))
                .singleElement()
                .asString()
                .contains(got);
    }

    @Test
    void refusesReplicatesBeyondTheLargestIndex() {
        assertThat(folder.faults("name = a\nsweep { first-replicate = 2147483647, replicates = 2 }"))
                .containsExactly("sweep.conf:2: sweep.first-replicate: must be at most 2147483645 where there are 2"
                        + " replicates, but got 2147483647");
    }

    @Test
    void reportsEveryFaultAtOnceAndEachOnce() {
        List<String> faults = folder.faults("""
                problem.kind = linear-decey
                network.width = wide
                netwrok.depth = 4
                sweep {
                  replicates = 0
                  grid.problem.stiffness = [1, -2, -3]
                  zip { network.depth = [1, 2, 3]
                        training.epochs = [1, 2] }
                }
                """, "training.stack=1");

        assertThat(faults)
                .containsExactlyInAnyOrder(
                        "sweep.conf: name: must name the sweep and its folder by letters, digits, '.', '_' and '-', but got no name",
                        "sweep.conf:1: problem.kind: must be one of forced-relaxation, linear-decay, quadratic-decay, or that of a jar in --jars, but got \"linear-decey\"",
                        "sweep.conf:2: network.width: must be a whole number of at most 2^31 - 1, but got \"wide\"",
                        "sweep.conf:3: netwrok.depth: must be a known key, but got an unknown one; did you mean network.depth?",
                        "sweep.conf:5: sweep.replicates: must be a whole number, 1 or more, or { until-interval = 10% }, but got 0",
                        "sweep.conf:6: sweep.grid.problem.stiffness: must be positive, but got -2",
                        "sweep.conf:6: sweep.grid.problem.stiffness: must be positive, but got -3",
                        "sweep.conf:8: sweep.zip.training.epochs: axes of a zip must be equally long,"
                                + " and sweep.zip.network.depth has 3 values, but got 2",
                        "--set training.stack=1: training.stack: must be 2 or more, but got 1");
    }

    @Test
    void refusesToTrainNothingWhereThereIsNoConventionalMethod() {
        assertThat(folder.faults("name = a\ntraining.optimizer = none"))
                .containsExactly(
                        "sweep.conf:2: training.optimizer: must train where problem.kind = linear-decay, which has"
                                + " no conventional method to measure instead, but got none");
    }

    @Test
    void refusesASecondOrderOptimizerInSinglePrecision() {
        assertThat(folder.faults("name = a, training.optimizer = levenberg-marquardt"))
                .containsExactly("sweep.conf:1: network.precision: must be float64 where training.optimizer ="
                        + " levenberg-marquardt, but got float32");
        assertThat(folder.faults("""
                name = a
                network.precision = float64
                sweep.grid { network.precision = [float32, float64], training.optimizer = [adam, lbfgs] }
                """))
                .hasSize(1)
                .first()
                .asString()
                .contains("float64 where training.optimizer = lbfgs");
        assertThat(folder.faults("name = a, training.polish.optimizer = lbfgs")).isEmpty();
    }

    @Test
    void refusesDetachedWeightsWhereTheGradientMustBeTheLosss() {
        assertThat(folder.faults("name = a, loss.detach-jacobian = true, training.polish.optimizer = lbfgs"))
                .singleElement()
                .asString()
                .contains("loss.detach-jacobian: must be false where training.polish.optimizer = lbfgs", "got true");
    }

    @Test
    void refusesASecondOrderOptimizerForALossThatChangesFromStepToStep() {
        assertThat(folder.faults("name = a, loss.weighting = soft-attention, training.polish.optimizer = lbfgs"))
                .containsExactly("sweep.conf:1: loss.weighting: must be one of plain, jacobian, field where"
                        + " training.polish.optimizer = lbfgs, which needs a loss that stays the same from step to"
                        + " step, but got soft-attention");
        assertThat(folder.faults("""
                name = a
                network.precision = float64
                sweep.grid {
                  loss.weighting = [field, residual-attention-as-published]
                  training.optimizer = [adam, levenberg-marquardt]
                }
                """))
                .hasSize(1)
                .first()
                .asString()
                .contains("where training.optimizer = levenberg-marquardt", "got residual-attention-as-published");
    }

    @ParameterizedTest
    @CsvSource({"''", "' '", "../up", "a/b", ".hidden", "-v"})
    void refusesANameThatIsNoPlainFolder(String name) {
        assertThat(folder.faults("name = \"" + name + "\""))
                .containsExactly("sweep.conf:1: name: must name the sweep and its folder by letters, digits,"
                        + " '.', '_' and '-', but got \"" + name + "\"");
    }

    @Test
    void pointsAtTheAxisWhoseValueIsValidAloneButNotWithAnother() {
        assertThat(folder.faults("name = a\nsweep.grid {\npoints.residual.from = [0.1, 3] }"))
                .containsExactly(
                        "sweep.conf:3: points.residual.from: must be below points.residual.to = 1.0, but got 3.0");
    }

    @Test
    void refusesAMissingFile() {
        Path missing = temporary.resolve("none.conf");
        InvalidSweepException refusal = catchThrowableOfType(
                InvalidSweepException.class, () -> new SweepReader(ExampleProblems.all()).read(missing, List.of()));

        assertThat(refusal.faults()).containsExactly(missing + ": file: a sweep file must exist, but got no such file");
    }

    @Test
    void refusesASyntaxErrorWithItsLine() {
        assertThat(folder.faults("name = a\ntraining { epochs = 1\n"))
                .singleElement()
                .asString()
                .matches("sweep.conf:\\d: syntax: a sweep must be readable HOCON, but got .*");
    }

    @Test
    void namesTheIncludedFileThatHoldsTheFault() {
        folder.write("base.conf", "training {", "epochs = none", "}");

        assertThat(folder.faults("name = a\ninclude \"base.conf\""))
                .containsExactly(
                        "base.conf:2: training.epochs: must be a whole number of at most 2^31 - 1, but got \"none\"");
    }

    @Test
    void refusesASubstitutionThatLeadsNowhere() {
        assertThat(folder.faults("name = a\n\nloss.weights.initial = ${problem.stifness}"))
                .containsExactly(
                        "sweep.conf:3: loss.weights.initial: a substitution must lead to a key that has a value,"
                                + " but got ${problem.stifness}");
    }

    @Test
    void refusesEverySubstitutionThatLeadsNowhereOrInACircle() {
        assertThat(folder.faults("""
                        name = a
                        loss.weights.initial = ${problem.stifness}
                        training.epochs = ${none}
                        sweep.grid.network.width = ${widths}
                        """)).hasSize(3);
        assertThat(folder.faults("\nname = ${name}")).first().asString().startsWith("sweep.conf:2: ");
    }

    @Test
    void checksWhatASubstitutionLeadsTo() {
        assertThat(folder.faults(
                        "name = a\nnetwork.depth = ${problem.stiffness}\nsweep.grid.problem.stiffness = [2, 2.5]"))
                .containsExactly(
                        "sweep.conf:2: network.depth: must be a whole number of at most 2^31 - 1, but got 2.5");
    }

    @Test
    void refusesAProblemThatFollowsAnotherKey() {
        assertThat(folder.faults("name = linear-decay\nproblem.kind = ${name}"))
                .containsExactly("sweep.conf:2: problem.kind: must be written out, for it decides which keys there are,"
                        + " but got \"linear-decay\"");
    }

    @Test
    void refusesTwoAxesOverOneKeyThatMultiply() {
        assertThat(folder.faults("""
                        name = a
                        sweep.grid.network.width = [1, 2]
                        sweep.blocks = [
                          { zip.network.width = [3, 4] } ]
                        """))
                .containsExactly("sweep.conf:4: sweep.blocks[0].zip.network.width:"
                        + " axes that multiply must be over different keys, but got the key twice");
    }

    @Test
    void refusesAnAxisWhereOneOfItsProblemsLacksTheKey() {
        String kinds = "name = a\nsweep.grid.problem.kind = [forced-relaxation, linear-decay]\n";

        assertThat(folder.faults(kinds + "sweep.grid.problem.frequency = [1, 2]"))
                .singleElement()
                .asString()
                .startsWith("sweep.conf:3: sweep.grid.problem.frequency: an axis must be over a key of every problem")
                .contains("which linear-decay lacks");
    }
}
