package stiffsweep.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stiffsweep.spark.ExecutorMessage.LastWords;
import stiffsweep.spark.ExecutorMessage.Progressed;
import stiffsweep.spark.ExecutorMessage.Question;
import stiffsweep.sweep.TrialId;

/** A class of this project in a message would end the executor without a word. */
class ExecutorMessageTest {

    private static final TrialId TRIAL = new TrialId("0011223344556677");

    static List<ExecutorMessage> messages() {
        return List.of(
                new Progressed("s-1", 25, 100, 0.125),
                ExecutorMessage.of(List.of("STATE", TRIAL.hex(), new byte[] {1, 2})),
                new Question("s-1", 8, new TreeMap<>(Map.of(TRIAL, 0.5))),
                new LastWords("s-1", "full"));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void travelsAsTypesOfTheJdkAndArrivesAsItWas(ExecutorMessage message) {
        assertThat(classes(message.parts()))
                .allSatisfy(type -> assertThat(type.getClassLoader()).isNull());
        assertThat(ExecutorMessage.of(message.parts()))
                .hasSameClassAs(message)
                .usingRecursiveComparison()
                .isEqualTo(message);
    }

    @Test
    void everyKindIsTried() {
        assertThat(messages())
                .extracting(message -> (Object) message.getClass())
                .containsExactlyInAnyOrder((Object[]) ExecutorMessage.class.getPermittedSubclasses());
    }

    private static Stream<Class<?>> classes(Object part) {
        Stream<?> inner = Stream.empty();
        if (part instanceof Collection<?> list) {
            inner = list.stream();
        } else if (part instanceof Map<?, ?> map) {
            inner = Stream.concat(map.keySet().stream(), map.values().stream());
        }
        return Stream.concat(Stream.of(part.getClass()), inner.flatMap(ExecutorMessageTest::classes));
    }
}
