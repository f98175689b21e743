package org.constancia.app.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.constancia.app.web.page.Decision;
import org.constancia.app.web.page.Link;
import org.constancia.app.web.page.Said;
import org.constancia.app.web.page.SourceLine;
import org.constancia.app.web.page.Value;
import org.constancia.core.record.Basis;
import org.constancia.core.record.Property;
import org.constancia.core.record.StatementStatus;
import org.constancia.core.time.PartialDate;
import org.jspecify.annotations.Nullable;

/// Invented statements for the sample pages.
final class SampleValues {
    static final Instant RECORDED = Instant.parse("2025-03-09T15:20:00Z");
    static final Link REPORT = new Link("Informe sobre ocho días de mayo", "/sources/s1");
    static final Link BULLETIN = new Link("Boletín 3", "/sources/s2");
    static final Link CONFERENCE = new Link("Rueda de prensa", "/sources/s4");

    private SampleValues() {}

    static Said said(Link source, @Nullable String by, String value, String quote, Basis basis, boolean preferred) {
        return new Said(
                "st-" + Math.floorMod((value + quote).hashCode(), 100_000),
                value,
                by,
                quote,
                "es",
                source,
                null,
                "p. 4",
                basis,
                StatementStatus.ACCEPTED,
                preferred,
                "Inés R.",
                RECORDED,
                10_211L);
    }

    static Value value(Property property, String text, Basis basis, Said... said) {
        return new Value(property, text, basis, false, Arrays.asList(said), null, null);
    }

    static Value contested(Property property, String text, String href, Said... said) {
        return new Value(property, text, Basis.ALLEGED, true, Arrays.asList(said), null, href);
    }

    static Value decided(Property property, String text, String reason, Said... said) {
        return new Value(
                property,
                text,
                Basis.ALLEGED,
                false,
                Arrays.asList(said),
                new Decision(reason, "Lucía P.", RECORDED),
                null);
    }

    static PartialDate date(String edtf) {
        return PartialDate.parse(edtf);
    }

    static List<SourceLine> sources() {
        return List.of(
                new SourceLine(
                        REPORT,
                        "Observatorio Ribera",
                        date("2021-06-02"),
                        "1f0c2d77aa10bc5599e0134ffa0e7f1a90c1d2e3f4a5b6c7d8e9f0a1b2c3a9e2",
                        "",
                        "https://ribera.example/informe"),
                new SourceLine(
                        BULLETIN,
                        "Red Médica del Valle",
                        date("2021-05-11"),
                        "77b15d77aa10bc5599e0134ffa0e7f1a90c1d2e3f4a5b6c7d8e9f0a1b2c304cd",
                        "",
                        null),
                new SourceLine(
                        CONFERENCE,
                        "Ministerio (inventado)",
                        date("2021-05-06"),
                        "5ab95d77aa10bc5599e0134ffa0e7f1a90c1d2e3f4a5b6c7d8e9f0a1b2c3ee31",
                        "Repite la fuente 4.",
                        null));
    }
}
