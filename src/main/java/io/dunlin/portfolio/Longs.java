package io.dunlin.portfolio;

import java.util.Arrays;
import java.util.function.LongConsumer;

/** Many numbers, eight bytes each. */
final class Longs {
    private long[] numbers = new long[64];
    private int size;

    void add(long number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size + size / 2);
        }
        numbers[size++] = number;
    }

    int size() {
        return size;
    }

    void forEach(LongConsumer taker) {
        for (int i = 0; i < size; i++) {
            taker.accept(numbers[i]);
        }
    }

    void sort() {
        Arrays.sort(numbers, 0, size);
    }

    /** Of sorted numbers: 0 for the greatest. */
    long fromTheTop(int position) {
        return numbers[size - 1 - position];
    }
}
