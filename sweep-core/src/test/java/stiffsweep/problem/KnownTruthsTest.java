package stiffsweep.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.Settings;
import stiffsweep.formula.Residual;
import stiffsweep.sampling.Points;

/** Who waits for whose solve. The limit of time is for a lock that is held too long: nothing here takes any. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KnownTruthsTest {

    private static final Points POINTS = Points.onLine("x", new double[] {0, 1});

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch allowed = new CountDownLatch(1);
    private final AtomicInteger solves = new AtomicInteger();
    private final ExecutorService other = Executors.newFixedThreadPool(2);

    @AfterEach
    void endTheOtherThreads() {
        allowed.countDown();
        other.shutdown();
    }

    @Test
    void aSlowSolveKeepsNoOtherOneWaiting() throws Exception {
        Problem problem = solved("slow", points -> begun());
        Problem quick = solved("quick", points -> new double[][] {{3, 4}});
        Future<double[][]> slow = other.submit(() -> KnownTruths.truth(problem, rate(1), POINTS));
        begun.await();

        assertThat(KnownTruths.truth(quick, rate(1), POINTS)).isDeepEqualTo(new double[][] {{3, 4}});
        assertThat(slow).isNotDone();
        allowed.countDown();
        assertThat(slow.get()).isDeepEqualTo(new double[][] {{1, 2}});
    }

    @Test
    void oneSolveServesAllThatAskForIt() throws Exception {
        Problem problem = solved("shared", points -> begun());
        Future<double[][]> first = other.submit(() -> KnownTruths.truth(problem, rate(1), POINTS));
        begun.await();
        Future<double[][]> second = other.submit(() -> KnownTruths.truth(problem, rate(1), POINTS));
        allowed.countDown();

        assertThat(second.get()).isSameAs(first.get());
        assertThat(KnownTruths.truth(problem, rate(1), POINTS)).isSameAs(first.get());
        assertThat(solves).hasValue(1);
        assertThat(KnownTruths.truth(problem, rate(2), POINTS)).isNotSameAs(first.get());
        assertThat(solves).hasValue(2);
    }

    @Test
    void aFailureIsThrownAsItIsAndTriedAgain() {
        IllegalStateException failure = new IllegalStateException("no solution");
        Problem problem = solved("failing", points -> {
            if (solves.incrementAndGet() == 1) {
                throw failure;
            }
            return new double[][] {{5, 6}};
        });

        assertThatThrownBy(() -> KnownTruths.truth(problem, rate(1), POINTS)).isSameAs(failure);
        assertThat(KnownTruths.truth(problem, rate(1), POINTS)).isDeepEqualTo(new double[][] {{5, 6}});
    }

    @Test
    void aProblemWithoutTruthHasNone() {
        assertThat(KnownTruths.truth(solved("unknown", null), rate(1), POINTS)).isNull();
    }

    @Test
    void whoIsInterruptedWaitsNoLonger() throws Exception {
        Problem problem = solved("endless", points -> begun());
        Future<double[][]> endless = other.submit(() -> KnownTruths.truth(problem, rate(1), POINTS));
        begun.await();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> KnownTruths.truth(problem, rate(1), POINTS)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        allowed.countDown();
        assertThat(endless.get()).isNotNull();
    }

    /** A solution that is there as soon as it may be. */
    private double[][] begun() {
        solves.incrementAndGet();
        begun.countDown();
        try {
            allowed.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return new double[][] {{1, 2}};
    }

    private static Settings rate(double rate) {
        return SamplesOfTruth.settings(Map.of("rate", rate));
    }

    private static Problem solved(String name, @Nullable Truth truth) {
        ProblemDeclaration declaration = InitialValueProblem.declaration(
                "known-truths-" + name,
                "y' = 0",
                "test",
                at -> Residual.of(at.y().derivative()));
        return new Problem() {
            @Override
            public ProblemDeclaration declaration() {
                return declaration;
            }

            @Override
            public @Nullable Truth truth(Settings parameters) {
                return truth;
            }
        };
    }
}
