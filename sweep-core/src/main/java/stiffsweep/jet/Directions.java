package stiffsweep.jet;

import java.util.List;

/**
 * The inputs along which fields carry derivatives, those with second derivatives first.
 *
 * @param inputs their names
 * @param seconds how many of them, the first ones, carry second derivatives
 */
public record Directions(List<String> inputs, int seconds) {

    public Directions {
        inputs = List.copyOf(inputs);
        if (seconds < 0 || seconds > inputs.size()) {
            throw new IllegalArgumentException(
                    "second derivatives must be along some of " + inputs + ", but got " + seconds + " of them");
        }
    }

    /** Derivatives along one input, of order 0 to 2. */
    public static Directions alongOne(String input, int order) {
        return new Directions(order == 0 ? List.of() : List.of(input), order == 2 ? 1 : 0);
    }

    /** The number of first derivatives. */
    public int firsts() {
        return inputs.size();
    }

    /** The number of values and derivatives at a point. */
    public int streams() {
        return 1 + firsts() + seconds;
    }

    /** Those along some of the inputs. */
    public Directions only(List<String> some) {
        return new Directions(inputs.stream().filter(some::contains).toList(), (int)
                inputs.stream().limit(seconds).filter(some::contains).count());
    }

    /** The one input along which there are derivatives. */
    String only() {
        if (inputs.size() > 1) {
            throw new IllegalStateException(
                    "the derivative of a field of several inputs needs the name of one, as in along(\"" + inputs.get(0)
                            + "\"), but got none of " + inputs);
        }
        return inputs.isEmpty() ? "the input" : inputs.get(0);
    }

    /** The place of an input's first derivative. */
    int first(String input) {
        return carried(input, 1, inputs);
    }

    /** The place of an input's second derivative. */
    int second(String input) {
        return carried(input, 2, inputs.subList(0, seconds));
    }

    /** What is carried, in words. */
    String carried() {
        return firsts() + " first with " + seconds + " second";
    }

    private static int carried(String input, int order, List<String> known) {
        int place = known.indexOf(input);
        if (place < 0) {
            throw new IllegalStateException(
                    "a formula may use the derivatives that its inputs are declared with, but uses derivative "
                            + order + " along " + input + ", where those of order " + order + " are along " + known
                            + ": give the input " + input + " the order " + order + " in the declaration");
        }
        return place;
    }
}
