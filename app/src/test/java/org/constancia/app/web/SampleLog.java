package org.constancia.app.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.constancia.app.web.log.Download;
import org.constancia.app.web.log.LogDesk;
import org.constancia.app.web.log.LogPage;
import org.constancia.app.web.log.PaperPage;
import org.constancia.app.web.page.Trouble;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;

/// A log with three days, one of them well anchored.
final class SampleLog implements LogDesk {
    private static final Instant STAMPED = Instant.parse("2025-03-14T18:05:00Z");
    private static final String ROOT = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    @Override
    public Optional<Trouble> trouble() {
        return Optional.empty();
    }

    @Override
    public LogPage getLog(int page) {
        return new LogPage(
                new LogPage.Standing(
                        "constancia.invalid/0011223344556677/1",
                        10_483,
                        3,
                        ROOT,
                        null,
                        "/home/sample/checkpoints",
                        false,
                        List.of("sellos-example")),
                new LogPage.Reading(true, 1_200, 4_000, STAMPED, 1),
                List.of(
                        new LogPage.Day(
                                LocalDate.of(2025, 3, 15),
                                1,
                                10_483,
                                12,
                                ROOT,
                                List.of(),
                                List.of("sellos-example"),
                                List.of(),
                                List.of()),
                        new LogPage.Day(
                                LocalDate.of(2025, 3, 14),
                                1,
                                10_471,
                                131,
                                ROOT,
                                List.of(new LogPage.Vouching("sellos-example", STAMPED, 10_471)),
                                List.of(),
                                List.of(new LogPage.Vouching("otra-organizacion.example", STAMPED, 10_450)),
                                List.of(new LogPage.Paper(
                                        LocalDate.of(2025, 3, 14), "Notaría 9, protocolo 1204", 10_471))),
                        new LogPage.Day(
                                LocalDate.of(2025, 3, 9),
                                1,
                                10_340,
                                10_340,
                                ROOT,
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of())),
                1,
                1,
                3);
    }

    @Override
    public Download getProof(String change) {
        return text(change + ".tlog-proof");
    }

    @Override
    public Download getBundle(String change) {
        if (!change.startsWith("c")) {
            throw new ConstanciaException(Problem.RECORD_NOT_FOUND, "There is no such change").with("change", change);
        }
        return text(change + ".zip");
    }

    @Override
    public Download getReceipt(String change) {
        return text(change + ".receipt.txt");
    }

    @Override
    public Download getCheckpoint(LocalDate day) {
        return text("checkpoint-" + day + ".txt");
    }

    @Override
    public Download getPolicy() {
        return text("policy-example.txt");
    }

    @Override
    public PaperPage getPaper() {
        return new PaperPage(List.of("constancia.invalid/0011223344556677/1", "10483", ROOT), "/log/paper.svg");
    }

    @Override
    public Download getPaperPicture() {
        return new Download(
                "paper-checkpoint.svg",
                "image/svg+xml",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M1 1h7v7h-7z\"/></svg>"
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Download getWitnessRequest(long seen) {
        return text("witness-request.txt");
    }

    @Override
    public void startReading() {}

    private static Download text(String name) {
        return new Download(name, "text/plain;charset=UTF-8", name.getBytes(StandardCharsets.UTF_8));
    }
}
