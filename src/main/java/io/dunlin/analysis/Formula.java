package io.dunlin.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What must be true of a fact, over numbered {@link Dim}s. */
sealed interface Formula {
    Formula TRUE = new All(List.of());
    Formula FALSE = new Any(List.of());

    /** The dim has one of the values. */
    record In(Dim dim, Values values) implements Formula {}

    /** The sum of the dims, each with its sign, is at most the bound; true as well where one of them is missing. */
    record Sum(List<Dim> dims, long[] signs, long most) implements Formula {}

    record All(List<Formula> parts) implements Formula {}

    record Any(List<Formula> parts) implements Formula {}

    static Formula all(Formula... parts) {
        return new All(List.of(parts));
    }

    static Formula all(Stream<Formula> parts) {
        return new All(parts.toList());
    }

    static Formula any(Formula... parts) {
        return new Any(List.of(parts));
    }

    static Formula any(Stream<Formula> parts) {
        return new Any(parts.toList());
    }

    /** {@code left + more <= right}. */
    static Formula atMost(Dim left, long more, Dim right) {
        return new Sum(List.of(left, right), new long[] {1, -1}, -more);
    }

    /** Exact where it says that a dim is not missing before it adds it up. */
    default Formula not() {
        if (this instanceof In in) {
            return new In(in.dim(), in.dim().universe().minus(in.values()));
        }
        if (this instanceof Sum sum) {
            var signs = Arrays.stream(sum.signs()).map(sign -> -sign).toArray();
            return new Sum(sum.dims(), signs, -sum.most() - 1);
        }
        return this instanceof All all
                ? any(all.parts().stream().map(Formula::not))
                : all(((Any) this).parts().stream().map(Formula::not));
    }
}
