package io.dunlin.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.vocabulary.Action;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** A manager writes rules as rows of a table. */
class TableTest {
    private static final String TABLE = """
            rule,title,owner,collectable >=,daysOverdue,customer.sizeClass,onPlan,action,level,reason
            # written notices
            T10,Remind gently,office,small,late..29,"A, B",no,REMINDER,1,"{daysOverdue} days late"
            T20,Call the rest,office,small,>= 30,-,,CALL,,{collectable} open
            """;

    @Test
    void aRowSaysWhatARuleInDrlWouldSay() throws Exception {
        var drl = """
                package test;
                import io.dunlin.vocabulary.*;
                rule "T10 Remind gently"
                    @owner( office )
                when
                    $i : Invoice( collectable >= small, daysOverdue >= late, daysOverdue <= 29, customer.sizeClass in ( A, B ), !onPlan )
                then
                    propose( $i, REMINDER, 1, "{daysOverdue} days late" );
                end
                rule "T20 Call the rest"
                    @owner( office )
                when
                    $i : Invoice( collectable >= small, daysOverdue >= 30 )
                then
                    propose( $i, CALL, "{collectable} open" );
                end
                """;
        var rows = compile("t.csv", TABLE).rules();
        var rules = compile("t.drl", drl).rules();
        assertThat(rows).hasSize(2);
        for (int i = 0; i < 2; i++) {
            assertThat(rows.get(i).title()).isEqualTo(rules.get(i).title());
            assertThat(rows.get(i).condition().comparisons().map(Condition.Comparison::key))
                    .isEqualTo(rules.get(i)
                            .condition()
                            .comparisons()
                            .map(Condition.Comparison::key)
                            .toList());
            assertThat(rows.get(i).effects().get(0).level())
                    .isEqualTo(rules.get(i).effects().get(0).level());
        }
        assertThat(rows.get(0).line()).isEqualTo(3);
        assertThat(rows.get(1).effects().get(0).action()).isEqualTo(Action.CALL);
    }

    @Test
    void everyMistakeIsToldWithItsCell() {
        var table = TABLE.replace(">= 30", ">= lat")
                .replace("\"A, B\"", "\"A, X\"")
                .replace("CALL,,", "KALL,,")
                .replace("REMINDER,1", "REMINDER,10")
                .replace("{collectable} open", "{collectible} open");
        assertThat(parse("t.csv", table).diagnostics())
                .filteredOn(d -> d.severity() == Diagnostic.Severity.ERROR)
                .extracting(d -> d.line() + ":" + d.column() + " " + d.rule() + " "
                        + d.message().split(":")[0] + " " + d.code())
                .containsExactlyInAnyOrder(
                        "3:6 T10 cell F3 UNKNOWN_WORD",
                        "3:9 T10 cell I3 WRONG_TYPE",
                        "4:5 T20 cell E4 UNKNOWN_PARAMETER",
                        "4:8 T20 cell H4 UNKNOWN_ACTION",
                        "4:10 T20 cell J4 UNKNOWN_FIELD");
    }

    @Test
    void theOrderOfRowsMeansNothing() throws Exception {
        var lines = TABLE.strip().lines().toList();
        var other = String.join("\n", lines.get(0), lines.get(3), lines.get(1), lines.get(2)) + "\n";
        var facts = ConditionsTest.facts(500);
        assertThat(fired(compile("t.csv", other), facts))
                .isEqualTo(fired(compile("t.csv", TABLE), facts))
                .isNotEmpty();
    }

    private static java.util.List<String> fired(Compiled compiled, java.util.List<io.dunlin.vocabulary.Fact> facts) {
        return compiled.fire(facts).stream()
                .map(firing -> firing.rule().id() + " " + firing.fact().id())
                .toList();
    }

    @Test
    void aColumnThatDoesNotExistIsToldWithTheOneThatWasMeant() {
        assertThat(parse("t.csv", TABLE.replace("daysOverdue,", "daysOverdu,")).diagnostics())
                .filteredOn(d -> d.severity() == Diagnostic.Severity.ERROR)
                .singleElement()
                .satisfies(d -> {
                    assertThat(d.message()).startsWith("cell E1: `daysOverdu` is no column");
                    assertThat(d.hint()).isEqualTo("did you mean `daysOverdue`?");
                });
    }

    @Test
    void theGuardHasNoTables() {
        var manifest = "name: guard\npurpose: protects\n";
        var files = new TreeMap<>(Map.of("strategy.yaml", manifest, "t.csv", TABLE));
        assertThat(StrategyCompiler.parse(new StrategyFiles("guard", files)).diagnostics())
                .anySatisfy(d -> assertThat(d.message()).contains("the guard has no tables"));
    }

    @Test
    void aSpreadsheetIsKeptAsTheTableItHolds() throws Exception {
        var converted = Workbook.toCsv("t.xlsx", sheet(sheet -> {
            String[] header = {"rule", "title", "owner", "daysOverdue >=", "onPlan", "action", "reason"};
            for (int i = 0; i < header.length; i++) {
                sheet.value(0, i, header[i]);
            }
            sheet.value(2, 0, "T10");
            sheet.value(2, 1, "Call, politely");
            sheet.value(2, 2, "office");
            sheet.value(2, 3, 30);
            sheet.value(2, 4, false);
            sheet.value(2, 5, "CALL");
            sheet.value(2, 6, "{daysOverdue} days late");
        }));
        assertThat(converted.diagnostics()).isEmpty();
        assertThat(converted.file()).isEqualTo("t.csv");
        assertThat(converted.csv()).isEqualTo("""
                rule,title,owner,daysOverdue >=,onPlan,action,reason

                T10,"Call, politely",office,30,no,CALL,{daysOverdue} days late
                """);
        var rule = compile("t.csv", converted.csv()).rules().get(0);
        assertThat(rule.line()).isEqualTo(3);
    }

    @Test
    void aFormulaIsRefusedWithItsCell() throws Exception {
        var converted = Workbook.toCsv("t.xlsx", sheet(sheet -> {
            sheet.value(0, 0, "rule");
            sheet.formula(1, 2, "SUM(1,2)");
        }));
        assertThat(converted.csv()).isNull();
        assertThat(converted.diagnostics()).singleElement().satisfies(d -> assertThat(d.message())
                .isEqualTo("cell C2: holds a formula"));
    }

    @Test
    void whatNobodySeesInASpreadsheetIsRefusedWithItsPlace() throws Exception {
        assertRefused("row 2 is hidden", 2, sheet(sheet -> {
            sheet.value(1, 0, "T10");
            sheet.hideRow(1);
        }));
        assertRefused("cell C2: stands in a hidden column", 2, sheet(sheet -> {
            sheet.value(1, 2, "T10");
            sheet.hideColumn(2);
        }));
        assertRefused("the sheet `rules` is hidden and holds something", 1, sheet(sheet -> {
            sheet.value(0, 0, "rule");
            sheet.setVisibilityState(VisibilityState.HIDDEN);
        }));
        assertRefused("cell B3: the cells are merged", 3, sheet(sheet -> {
            sheet.value(2, 1, "T10");
            sheet.range(2, 1, 4, 1).merge();
        }));
        assertRefused("cell B2: holds a date or a time", 2, sheet(sheet -> {
            sheet.value(1, 1, java.time.LocalDate.of(2026, 4, 12));
            sheet.style(1, 1).format("dd.mm.yyyy").set();
        }));
        assertRefused("cell B2: is shown as a percentage", 2, sheet(sheet -> {
            sheet.value(1, 1, 0.05);
            sheet.style(1, 1).format("0.0%").set();
        }));
        assertRefused("cell A1: holds an error", 1, sheetXml("<c r='A1' t='e'><v>#REF!</v></c>"));
    }

    @Test
    void whatIsOnlyFormattedHoldsNothing() throws Exception {
        var converted = Workbook.toCsv("t.xlsx", sheet(sheet -> {
            sheet.value(0, 0, "rule");
            sheet.value(1, 0, 1234.5);
            sheet.style(1, 0).format("#,##0.00 \"days\";[Red]-0").set();
            sheet.style(0, 300).bold().set();
            for (int row = 2; row < 100_000; row++) {
                sheet.style(row, 0).bold().set();
            }
            sheet.hideRow(7);
            sheet.hideColumn(9);
        }));
        assertThat(converted.diagnostics()).isEmpty();
        assertThat(converted.csv()).isEqualTo("rule\n1234.5\n");
    }

    @Test
    void aSpreadsheetThatIsMoreThanATableIsRefusedWithWhatToDo() throws Exception {
        for (var part :
                java.util.List.of("xl/vbaProject.bin", "xl/externalLinks/externalLink1.xml", "xl/connections.xml")) {
            assertThat(Workbook.toCsv("t.xlsx", zip(part, "<x/>")).diagnostics())
                    .singleElement()
                    .satisfies(d -> assertThat(d.message()).matches("the file (holds macros|reads from other files)"))
                    .satisfies(d -> assertThat(d.hint()).contains(".csv"));
        }
        assertRefused("more than one sheet holds something", 1, twoSheets());
    }

    private static void assertRefused(String message, int line, byte[] bytes) {
        var converted = Workbook.toCsv("t.xlsx", bytes);
        assertThat(converted.csv()).as(message).isNull();
        assertThat(converted.diagnostics()).singleElement().satisfies(d -> {
            assertThat(d.message()).isEqualTo(message);
            assertThat(d.line()).isEqualTo(line);
            assertThat(d.hint()).isNotBlank();
        });
    }

    private static byte[] twoSheets() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new org.dhatim.fastexcel.Workbook(bytes, "test", "1.0")) {
            book.newWorksheet("one").value(0, 0, "rule");
            book.newWorksheet("two").value(0, 0, "rule");
        }
        return bytes.toByteArray();
    }

    /** A workbook as a program writes it, with another first row in its sheet. */
    private static byte[] sheetXml(String cells) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var channel = new SeekableInMemoryByteChannel(sheet(sheet -> sheet.value(0, 0, 1)));
        try (var in = ZipFile.builder().setSeekableByteChannel(channel).get();
                var out = new ZipOutputStream(bytes)) {
            for (var entry : java.util.Collections.list(in.getEntries())) {
                var text = new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                out.putNextEntry(new ZipEntry(entry.getName()));
                var isSheet = entry.getName().endsWith("sheet1.xml");
                out.write((isSheet ? text.replaceAll("<c .*</c>", cells) : text).getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void whatIsNoSpreadsheetIsRefused() throws Exception {
        for (var bytes : new byte[][] {
            {},
            "rule,title".getBytes(StandardCharsets.UTF_8),
            {'P', 'K', 3, 4},
            zip("x.xml", "<x/>"),
            {(byte) 0xd0, (byte) 0xcf}
        }) {
            var converted = Workbook.toCsv("t.xlsx", bytes);
            assertThat(converted.csv()).isNull();
            assertThat(converted.diagnostics()).isNotEmpty().allSatisfy(d -> assertThat(d.hint())
                    .isNotBlank());
        }
    }

    @Test
    void aSpreadsheetThatUnpacksToTooMuchIsRefusedUnread() throws Exception {
        var bomb = zip("xl/worksheets/sheet1.xml", " ".repeat(30_000_000));
        assertThat(bomb.length).isLessThan(100_000);
        assertThat(Workbook.toCsv("t.xlsx", bomb).diagnostics()).singleElement().satisfies(d -> assertThat(d.message())
                .contains("unpacks to more than"));
    }

    @Test
    void aCellFarOutAndASecretReadByXmlAreRefused() throws Exception {
        var far = zip(
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData><row r='1'><c r='ZZZZZZZ1'/></row></sheetData></worksheet>");
        assertThat(Workbook.toCsv("t.xlsx", far).diagnostics()).singleElement().satisfies(d -> assertThat(d.message())
                .contains("no table reaches"));
        var entity = zip(
                "xl/worksheets/sheet1.xml",
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><worksheet>&e;</worksheet>");
        assertThat(Workbook.toCsv("t.xlsx", entity).diagnostics())
                .singleElement()
                .satisfies(d -> assertThat(d.message()).doesNotContain("root:"));
    }

    private static byte[] sheet(Consumer<Worksheet> fill) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new org.dhatim.fastexcel.Workbook(bytes, "test", "1.0")) {
            fill.accept(book.newWorksheet("rules"));
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String name, String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    private static Parsed parse(String file, String text) {
        return StrategyCompiler.parse(files(file, text));
    }

    private static Compiled compile(String file, String text) throws StrategyRefused {
        return StrategyCompiler.compile(files(file, text));
    }

    private static StrategyFiles files(String file, String text) {
        return new StrategyFiles("test", new TreeMap<>(Map.of("strategy.yaml", Corpus.MANIFEST, file, text)));
    }
}
