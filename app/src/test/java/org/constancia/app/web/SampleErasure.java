package org.constancia.app.web;

import java.time.Instant;
import java.util.List;
import org.constancia.app.web.source.Inside;
import org.constancia.app.web.source.SourcePage;

/// A source of the sample record that had to go.
final class SampleErasure {
    static final String ID = "s13";

    private SampleErasure() {}

    static SourcePage page() {
        return new SourcePage(
                ID,
                13,
                "0b7e4d1c22aa",
                "",
                "",
                null,
                "und",
                "",
                4_210,
                "0b7e4d1c22aa10bc5599e0134ffa0e7f1a90c1d2e3f4a5b6c7d8e9f0a1b2c3ee",
                "erased",
                "",
                List.of(),
                List.of(),
                List.of(),
                0,
                0,
                Inside.NOTHING,
                null,
                new SourcePage.Erasure(
                        Instant.parse("2021-06-02T15:04:00Z"), "Inés R.", "la testigo retiró su consentimiento"));
    }
}
