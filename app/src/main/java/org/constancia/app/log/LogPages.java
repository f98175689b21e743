package org.constancia.app.log;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.constancia.app.web.log.Download;
import org.constancia.app.web.log.LogDesk;
import org.constancia.app.web.log.LogPage;
import org.constancia.app.web.log.PaperPage;
import org.constancia.app.web.page.Trouble;
import org.constancia.app.web.page.Words;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.core.record.ChangeId;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.log.Halt;
import org.constancia.evidence.log.LogState;
import org.constancia.evidence.log.TransparencyLog;
import org.constancia.evidence.note.Checkpoint;
import org.constancia.evidence.note.SignedNote;
import org.constancia.evidence.witness.PaperCheckpoint;
import org.constancia.store.history.ChangeRows;
import org.constancia.store.record.Records;
import org.constancia.store.record.Session;

/// The pages and downloads of the log.
public final class LogPages implements LogDesk {
    private static final int DAYS_A_PAGE = 30;
    private static final String TEXT = "text/plain;charset=UTF-8";

    private final RecordLog log;
    private final Scrubbing scrubbing;
    private final Records records;
    private final Supplier<Session> session;

    public LogPages(RecordLog log, Scrubbing scrubbing, Records records, Supplier<Session> session) {
        this.log = log;
        this.scrubbing = scrubbing;
        this.records = records;
        this.session = session;
    }

    @Override
    public Optional<Trouble> trouble() {
        return log.state() instanceof LogState.ReadOnly(Halt halt, List<String> details)
                ? Optional.of(new Trouble(Words.key(halt), details, Words.key(halt.remedy())))
                : Optional.empty();
    }

    @Override
    public LogPage getLog(int page) {
        List<LogPage.Day> days = days();
        int pages = Math.max(1, (days.size() + DAYS_A_PAGE - 1) / DAYS_A_PAGE);
        int from = Math.min(days.size(), (page - 1) * DAYS_A_PAGE);
        return new LogPage(
                standing(),
                scrubbing.reading(),
                days.subList(from, Math.min(days.size(), from + DAYS_A_PAGE)),
                page,
                pages,
                days.size());
    }

    private LogPage.Standing standing() {
        TransparencyLog current = log.current();
        Optional<Checkpoint> head = current.state() instanceof LogState.Writable
                ? Optional.of(Checkpoint.parse(current.checkpoint().text()))
                : Optional.empty();
        return new LogPage.Standing(
                current.origin(),
                current.size(),
                log.waiting(),
                head.map(checkpoint -> text(checkpoint.root())).orElse(""),
                trouble().orElse(null),
                log.checkpointCopy().toString(),
                !new LogSettings(log.checkpointCopy(), List.of()).isOnDiskOf(log.home()),
                log.anchors().authorities());
    }

    /// Every day of every log, the newest first. What anchors a checkpoint stands at the first day that
    /// covers it.
    private List<LogPage.Day> days() {
        List<LogPage.Day> days = new ArrayList<>();
        List<Anchored> anchored = log.anchors().list();
        for (int number = 1; number <= log.current().number(); number++) {
            TransparencyLog each = log.log(number);
            long before = 0;
            for (LocalDate day : each.days()) {
                Optional<SignedNote> note = each.findCheckpoint(day);
                if (note.isEmpty()) continue;
                Checkpoint checkpoint = Checkpoint.parse(note.get().text());
                days.add(day(day, number, checkpoint, before, anchored));
                before = checkpoint.size();
            }
        }
        return days.reversed();
    }

    private static LogPage.Day day(
            LocalDate day, int number, Checkpoint checkpoint, long before, List<Anchored> anchored) {
        List<Anchored> ofDay = anchored.stream()
                .filter(each -> each.log() == number && each.size() > before && each.size() <= checkpoint.size())
                .toList();
        return new LogPage.Day(
                day,
                number,
                checkpoint.size(),
                checkpoint.size() - before,
                text(checkpoint.root()),
                ofDay.stream()
                        .flatMap(each -> each.stamps().stream()
                                .map(stamp -> new LogPage.Vouching(stamp.authority(), stamp.time(), each.size())))
                        .toList(),
                ofDay.stream()
                        .flatMap(each -> each.waitingFor().stream())
                        .distinct()
                        .toList(),
                ofDay.stream()
                        .flatMap(each -> each.cosignatures().stream()
                                .map(one -> new LogPage.Vouching(one.witness(), one.time(), each.size())))
                        .toList(),
                ofDay.stream()
                        .flatMap(each -> each.deposits().stream()
                                .map(one -> new LogPage.Paper(one.day(), one.where(), each.size())))
                        .toList());
    }

    @Override
    public Download getProof(String change) {
        Logged logged = logged(change);
        return new Download(
                "log-%d-%d.tlog-proof".formatted(logged.log(), logged.index()),
                "application/octet-stream",
                log.proof(logged).bytes());
    }

    @Override
    public Download getBundle(String change) {
        ChangeProof proof = log.changeProof(logged(change));
        return new Download(proof.name() + ".zip", "application/zip", proof.zip());
    }

    @Override
    public Download getReceipt(String change) {
        Logged logged = logged(change);
        return new Download(
                "log-%d-%d.receipt.txt".formatted(logged.log(), logged.index()),
                TEXT,
                log.receipt(logged).bytes());
    }

    /// The log looks into every collection; the session decides whether there is such a change at all.
    private Logged logged(String change) {
        ChangeId id = parse(change);
        boolean isThere = records.read(session.get(), jdbc -> ChangeRows.isThere(jdbc, id));
        if (!isThere) throw notFound(change);
        return log.findLogged(id)
                .orElseThrow(() -> new ConstanciaException(
                                Problem.RECORD_NOT_FOUND,
                                "This change waits for its place in the log; try again in a moment")
                        .with("change", change));
    }

    private static ChangeId parse(String change) {
        try {
            return new ChangeId(UUID.fromString(change));
        } catch (IllegalArgumentException malformed) {
            throw notFound(change);
        }
    }

    private static ConstanciaException notFound(String change) {
        return new ConstanciaException(Problem.RECORD_NOT_FOUND, "There is no such change").with("change", change);
    }

    @Override
    public Download getCheckpoint(LocalDate day) {
        for (int number = log.current().number(); number > 0; number--) {
            Optional<SignedNote> note = log.log(number).findCheckpoint(day);
            if (note.isPresent()) {
                return new Download(
                        "checkpoint-" + day + ".txt", TEXT, note.get().bytes());
            }
        }
        throw new ConstanciaException(Problem.RECORD_NOT_FOUND, "No checkpoint was kept for this day").with("day", day);
    }

    @Override
    public Download getPolicy() {
        return new Download("policy-example.txt", TEXT, log.current().policy().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public PaperPage getPaper() {
        return new PaperPage(paper().lines(), "/log/paper.svg");
    }

    @Override
    public Download getPaperPicture() {
        return new Download(
                "paper-checkpoint.svg", "image/svg+xml", paper().svg().getBytes(StandardCharsets.UTF_8));
    }

    private PaperCheckpoint paper() {
        TransparencyLog current = log.current();
        return PaperCheckpoint.of(current.checkpoint(), current.verifierKeys().getFirst());
    }

    @Override
    public Download getWitnessRequest(long seen) {
        if (seen < 0 || seen > log.current().size()) {
            throw new ConstanciaException(Problem.USAGE, "The log never had so many entries").with("seen", seen);
        }
        return new Download(
                "witness-request-%d.txt".formatted(log.current().size()),
                TEXT,
                log.anchors().witnessRequest(seen).bytes());
    }

    @Override
    public void startReading() {
        scrubbing.start();
    }

    private static String text(Sha256 hash) {
        return Base64.getEncoder().encodeToString(hash.bytes());
    }
}
