package io.dunlin.cli;

import io.dunlin.language.Compiled;
import io.dunlin.scenario.ScenarioReport;
import io.dunlin.scenario.ScenarioResult;
import io.dunlin.scenario.ScenarioResult.Outcome;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Results as JUnit XML, for whatever shows tests: a suite per file, a case per scenario. There is no one schema; what is
 * written here satisfies both that of Ant and that of Jenkins.
 */
final class JunitXml {
    private final XMLStreamWriter xml;
    private final Compiled version;
    private final String timestamp;

    private JunitXml(XMLStreamWriter xml, Compiled version, LocalDateTime now) {
        this.xml = xml;
        this.version = version;
        this.timestamp = now.format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss"));
    }

    static void write(ScenarioReport report, Compiled version, LocalDateTime now, Path file) throws IOException {
        try (var writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(writer);
            new JunitXml(xml, version, now).write(report);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException("`" + file + "` cannot be written: " + e.getMessage(), e);
        }
    }

    private void write(ScenarioReport report) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuites");
        var byFile = report.results().stream()
                .collect(Collectors.groupingBy(ScenarioResult::file, TreeMap::new, Collectors.toList()));
        int id = 0;
        for (var suite : byFile.entrySet()) {
            suite(suite.getKey(), id++, suite.getValue());
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void suite(String file, int id, List<ScenarioResult> cases) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        attribute("name", file);
        attribute("package", version.name());
        attribute("id", id);
        attribute("timestamp", timestamp);
        attribute("hostname", "localhost");
        attribute("tests", cases.size());
        attribute("failures", count(cases, Outcome.FAIL));
        attribute("errors", count(cases, Outcome.ERROR));
        attribute(
                "time", seconds(cases.stream().mapToLong(ScenarioResult::nanos).sum()));
        xml.writeStartElement("properties");
        for (var property : Map.of("version", version.version()).entrySet()) {
            xml.writeEmptyElement("property");
            attribute("name", property.getKey());
            attribute("value", property.getValue());
        }
        xml.writeEndElement();
        for (var one : cases) {
            testcase(one);
        }
        xml.writeEmptyElement("system-out");
        xml.writeEmptyElement("system-err");
        xml.writeEndElement();
    }

    private void testcase(ScenarioResult result) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute("name", result.name());
        attribute("classname", version.name() + "." + result.file());
        attribute("time", seconds(result.nanos()));
        if (result.outcome() != Outcome.PASS) {
            xml.writeStartElement(result.outcome() == Outcome.FAIL ? "failure" : "error");
            attribute("message", result.findings().get(0));
            attribute("type", result.outcome());
            xml.writeCharacters(printable(result.toString()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void attribute(String name, Object value) throws XMLStreamException {
        xml.writeAttribute(name, printable(value.toString()));
    }

    private static long count(List<ScenarioResult> cases, Outcome outcome) {
        return cases.stream().filter(one -> one.outcome() == outcome).count();
    }

    private static String seconds(long nanos) {
        return BigDecimal.valueOf(nanos, 9).setScale(3, RoundingMode.HALF_UP).toPlainString();
    }

    /** XML 1.0 cannot say every character, not even as a number. */
    private static String printable(String text) {
        return text.codePoints()
                .map(c -> c == '\n'
                                || c == '\t'
                                || (c >= 0x20 && c < 0xD800)
                                || (c > 0xDFFF && c != 0xFFFE && c != 0xFFFF)
                        ? c
                        : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
