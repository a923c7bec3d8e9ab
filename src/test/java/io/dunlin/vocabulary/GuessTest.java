package io.dunlin.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GuessTest {
    private static final List<String> KNOWN = List.of("callMinimum", "callsMinimum", "daysOverdue");

    @Test
    void aWordThatIsNearIsMeant() {
        assertThat(Guess.nearest("days_overdu", KNOWN)).contains("daysOverdue");
        assertThat(Guess.question("callMinimun", KNOWN)).isEqualTo("did you mean `callMinimum`?");
        assertThat(Guess.nearest("something", KNOWN)).isEmpty();
    }

    /** Whoever wrote a known word where it does not fit is not asked whether it was meant. */
    @Test
    void theWordItselfIsNoGuess() {
        assertThat(Guess.nearest("daysOverdue", KNOWN)).isEmpty();
        assertThat(Guess.nearest("callMinimum", KNOWN)).contains("callsMinimum");
    }
}
