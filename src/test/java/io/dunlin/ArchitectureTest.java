package io.dunlin;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The walls between the rooms. A new room is a line in the table, and a new door is a word in it. */
class ArchitectureTest {
    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("vocabulary", Set.of()),
            Map.entry("book", Set.of("vocabulary")),
            Map.entry("problem", Set.of("vocabulary")),
            Map.entry("postgres", Set.of()),
            Map.entry("language", Set.of("vocabulary")),
            Map.entry("engine", Set.of("language", "vocabulary", "book")),
            Map.entry("precedent", Set.of("engine", "language", "book", "vocabulary")),
            Map.entry("analysis", Set.of("language", "vocabulary")),
            Map.entry("assumption", Set.of("book", "vocabulary")),
            Map.entry("strategy", Set.of("analysis", "language", "engine", "vocabulary", "problem", "book")),
            Map.entry("mapping", Set.of("book", "vocabulary", "problem")),
            Map.entry("ledger", Set.of("mapping", "generator", "book", "vocabulary", "problem")),
            Map.entry(
                    "scenario", Set.of("strategy", "analysis", "language", "engine", "book", "vocabulary", "problem")),
            Map.entry("portfolio", Set.of("mapping", "book", "vocabulary", "problem")),
            Map.entry("generator", Set.of("portfolio", "mapping", "book", "vocabulary", "problem")),
            Map.entry(
                    "simulation",
                    Set.of(
                            "precedent",
                            "assumption",
                            "strategy",
                            "analysis",
                            "portfolio",
                            "mapping",
                            "ledger",
                            "language",
                            "engine",
                            "book",
                            "vocabulary",
                            "problem")),
            Map.entry("report", Set.of("simulation", "experiment", "assumption", "engine", "vocabulary")),
            Map.entry(
                    "study",
                    Set.of(
                            "report",
                            "assumption",
                            "simulation",
                            "strategy",
                            "portfolio",
                            "mapping",
                            "ledger",
                            "language",
                            "engine",
                            "book",
                            "vocabulary",
                            "problem")),
            Map.entry(
                    "decision",
                    Set.of("strategy", "analysis", "ledger", "language", "engine", "book", "vocabulary", "problem")),
            Map.entry(
                    "experiment",
                    Set.of("strategy", "ledger", "decision", "simulation", "engine", "book", "vocabulary", "problem")),
            Map.entry(
                    "cli",
                    Set.of(
                            "vocabulary",
                            "book",
                            "problem",
                            "language",
                            "analysis",
                            "engine",
                            "assumption",
                            "simulation",
                            "report",
                            "strategy",
                            "ledger",
                            "scenario",
                            "mapping",
                            "portfolio",
                            "generator",
                            "decision")));

    /** Where the outside world is let in, and who dates files; everything else is told what day it is. */
    private static final Set<String> MAY_ASK_THE_CLOCK =
            Set.of("io.dunlin.cli.", "io.dunlin.ledger.Clocks", "io.dunlin.portfolio.Shelf");

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.dunlin");

    private static Stream<String> rooms() {
        return MAY_IMPORT.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomImportsOnlyWhatItsLineInTheTableAllows(String room) {
        var closed = MAY_IMPORT.keySet().stream()
                .filter(other -> !other.equals(room) && !MAY_IMPORT.get(room).contains(other))
                .map(ArchitectureTest::inside)
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(inside(room))
                .should()
                .dependOnClassesThat(resideInAnyPackage(closed).or(describe("the top", ArchitectureTest::isTop)))
                .allowEmptyShould(true)
                .check(CODE);
    }

    @Test
    void everyRoomIsInTheTable() {
        var rooms = CODE.stream()
                .filter(type -> !isTop(type))
                .map(ArchitectureTest::room)
                .collect(toCollection(TreeSet::new));
        assertThat(MAY_IMPORT.keySet()).containsAll(rooms);
    }

    @Test
    void roomsFormNoCycle() {
        slices().matching("io.dunlin.(*)..").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void onlyTheLanguageKnowsDrools() {
        noClasses()
                .that()
                .resideOutsideOfPackage(inside("language"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.drools..", "org.kie..", "org.mvel..")
                .check(CODE);
    }

    @Test
    void onlyThePostgresRoomKnowsTheEmbeddedDatabase() {
        noClasses()
                .that()
                .resideOutsideOfPackage(inside("postgres"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.zonky..")
                .check(CODE);
    }

    @Test
    void theWordsOfRulesArePlainJava() {
        onlyDependOn("vocabulary", "java..", inside("vocabulary"));
    }

    @Test
    void theBookIsPlainJavaOverTheWords() {
        onlyDependOn("book", "java..", inside("book"), inside("vocabulary"));
    }

    private static void onlyDependOn(String room, String... packages) {
        classes()
                .that()
                .resideInAPackage(inside(room))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(packages)
                .check(CODE);
    }

    @Test
    void nobodyAsksWhatTimeItIsExceptAtTheEdges() {
        noClasses()
                .that(describe(
                        "are not at an edge", type -> MAY_ASK_THE_CLOCK.stream().noneMatch(type.getName()::startsWith)))
                .should()
                .accessTargetWhere(describe("ask the clock of the machine", ArchitectureTest::asksTheClock))
                .check(CODE);
    }

    /** {@code now(clock)} is how one should ask; {@code now()} and {@code now(zone)} ask the machine. */
    private static boolean asksTheClock(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        var name = access.getName();
        if (owner.isEquivalentTo(Clock.class)) {
            return name.startsWith("system") || name.startsWith("tick");
        }
        if (owner.isEquivalentTo(System.class)) {
            return name.equals("currentTimeMillis");
        }
        return owner.getPackageName().startsWith("java.time") && name.equals("now") && !isGivenAClock(access);
    }

    private static boolean isGivenAClock(JavaAccess<?> access) {
        return access.getTarget().getFullName().contains("java.time.Clock");
    }

    @Test
    void moneyIsNeverMadeFromADouble() {
        noClasses().should().callConstructor(BigDecimal.class, double.class).check(CODE);
        noClasses()
                .that()
                .resideOutsideOfPackage(inside("generator")) // makes numbers up
                .should()
                .callMethod(BigDecimal.class, "valueOf", double.class)
                .check(CODE);
    }

    @Test
    void factsHoldNoFloatingPoint() {
        fields().that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(inside("book"), inside("vocabulary"))
                .should()
                .notHaveRawType(isFloatingPoint())
                .check(CODE);
    }

    private static DescribedPredicate<JavaClass> isFloatingPoint() {
        return describe("floating point", type -> Stream.of(double.class, float.class, Double.class, Float.class)
                .anyMatch(type::isEquivalentTo));
    }

    @Test
    void fieldsAreNotInjected() {
        fields().should()
                .notBeAnnotatedWith("jakarta.inject.Inject")
                .andShould()
                .notBeAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
                .check(CODE);
    }

    private static String inside(String room) {
        return "io.dunlin." + room + "..";
    }

    private static boolean isTop(JavaClass type) {
        return type.getPackageName().equals("io.dunlin");
    }

    private static String room(JavaClass type) {
        return isTop(type) ? "" : type.getPackageName().split("\\.")[2];
    }
}
