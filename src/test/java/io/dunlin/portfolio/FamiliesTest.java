package io.dunlin.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunlin.book.Families;
import io.dunlin.book.Member;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groups and payers of a portfolio in files. */
class FamiliesTest {
    private static final String ROWS = """
            id,customer,group,payer,issued,due,amount
            1,A,G,,2026-03-02,2026-04-01,10.00
            2,B,,,2026-03-02,2026-04-01,10.00
            3,C,,Z,2026-03-02,2026-04-01,10.00
            4,D,G,,2026-03-02,2026-04-01,10.00
            5,E,,X,2026-03-02,2026-04-01,10.00
            6,Z,,,2026-03-02,2026-04-01,10.00
            7,F,,Z,2026-03-02,2026-04-01,10.00
            8,F,G2,Z,2026-03-03,2026-04-01,10.00
            9,H,G2,,2026-03-03,2026-04-01,10.00
            10,J,G,,2026-03-02,2026-04-01,10.00
            11,J,,,2026-03-03,2026-04-01,10.00
            """;
    private static final String MAPPING = """
            kind: invoices
            fields: { id: id, customer: customer, customer.country: { value: DE }, customer.group: group,
                      customer.payer: payer, issued: issued, due: due, amount: amount, currency: { value: EUR } }
            """;

    @TempDir
    Path directory;

    @Test
    void whoBelongsTogetherComesTogetherWhereverTheRowsLie() throws Exception {
        Files.writeString(directory.resolve("i.csv"), ROWS);
        Files.writeString(directory.resolve("m.yaml"), MAPPING);
        var files = PortfolioFiles.of(
                directory.resolve("i.csv"), directory.resolve("m.yaml").toString());
        // The last row about a customer tells: J has left the group. X is nobody we sell to.
        var expected =
                List.of(List.of("A", "D"), List.of("B"), List.of("C", "F", "H", "Z"), List.of("E"), List.of("J"));
        for (var rows : List.of(new HeapRows(), Staging.create())) {
            try (var portfolio = Portfolio.open(files, Rejections.NONE_EXPECTED, rows)) {
                assertThat(families(portfolio)).isEqualTo(expected);
            }
        }
        var cache = new PortfolioCache(directory.resolve("cache"));
        for (int twice = 0; twice < 2; twice++) {
            try (var portfolio = cache.open(files, Contents.of(files), Rejections.NONE_EXPECTED)) {
                assertThat(families(portfolio)).isEqualTo(expected);
            }
        }
    }

    @Test
    void aFamilyThatMemoryMayNotHoldIsRefused() throws Exception {
        var members = new Families();
        for (int i = 0; i <= Families.MOST_MEMBERS; i++) {
            members.add(member("C" + i, "everybody", null), 1);
        }
        assertThatThrownBy(members::heads)
                .isInstanceOf(Families.TooLarge.class)
                .hasMessageContaining("customer `C0` belongs together with 500 others")
                .hasMessageContaining("Does `group` or `payer` mean something else");
        var rows = new Families();
        rows.add(member("A", "G", null), Families.MOST_ROWS);
        rows.add(member("B", "G", null), 1);
        assertThatThrownBy(rows::heads).hasMessageContaining("with 200001 rows in all");
        var just = new Families();
        just.add(member("A", "G", null), Families.MOST_ROWS - 1);
        just.add(member("B", "G", null), 1);
        assertThat(just.heads()).containsOnlyKeys("A", "B");
    }

    @Test
    void groupsAndCustomersOfOneNameAreNotTheSame() throws Exception {
        var families = new Families();
        families.add(member("A", "B", null), 1);
        families.add(member("C", null, "B"), 1);
        assertThat(families.heads()).containsOnlyKeys("B", "C");
    }

    private static List<List<String>> families(Portfolio portfolio) throws Exception {
        try (var families = portfolio.families()) {
            return families.map(its -> its.stream().map(Stored::customer).toList())
                    .toList();
        }
    }

    private static Member member(String id, String group, String payer) {
        return new Member(id, group, payer);
    }
}
