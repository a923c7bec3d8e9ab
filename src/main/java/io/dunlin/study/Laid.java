package io.dunlin.study;

import io.dunlin.book.Account;
import io.dunlin.book.Book;
import io.dunlin.simulation.Family;
import io.dunlin.simulation.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What is remembered of a portfolio that was laid down; its accounts are elsewhere, in parts. */
record Laid(Extent extent, List<Input> inputs) implements Source {
    @Override
    public Stream<? extends Supplier<Account>> accounts() {
        throw new UnsupportedOperationException("accounts are played part by part");
    }

    @Override
    public Book book(LocalDate day) {
        throw new UnsupportedOperationException("the books of all days stand in the orders");
    }

    /** Some of its customers. */
    record Part(Laid whole, byte[] block) implements Source {
        @Override
        public Stream<? extends Supplier<Account>> accounts() {
            return Block.families(block)
                    .flatMap(family -> family.get().members().stream().map(member -> () -> member));
        }

        @Override
        public Stream<? extends Supplier<Family>> families() {
            return Block.families(block);
        }

        @Override
        public Book book(LocalDate day) {
            return whole.book(day);
        }

        @Override
        public Extent extent() {
            return whole.extent();
        }

        @Override
        public List<Input> inputs() {
            return whole.inputs();
        }
    }
}
