package org.constancia.app.sources;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.constancia.app.proposal.Proposals;
import org.constancia.app.proposal.Tags;
import org.constancia.app.web.page.Link;
import org.constancia.app.web.record.EventsPage;
import org.constancia.app.web.source.NewSource;
import org.constancia.app.web.source.SourcePage;
import org.constancia.app.web.source.Sources;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.core.record.CandidateId;
import org.constancia.core.record.SourceId;
import org.constancia.core.time.PartialDate;
import org.constancia.evidence.content.ContentStore;
import org.constancia.evidence.digest.Sha256;
import org.constancia.store.candidate.CandidateRow;
import org.constancia.store.candidate.CandidateRows;
import org.constancia.store.record.Records;
import org.constancia.store.record.Session;
import org.constancia.store.record.SourceDoor.Arrival;
import org.constancia.store.record.Writing;
import org.constancia.store.source.SourceRow;
import org.constancia.store.source.SourceRows;
import org.constancia.store.source.TextRow;
import org.constancia.text.clean.Block;
import org.constancia.text.clean.Extent;
import org.constancia.text.clean.Label;
import org.constancia.text.extract.ReadExtent;
import org.constancia.text.extract.Span;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The preserved sources as pages: what came in, its text with the boilerplate greyed out, and its passages.
public final class SourcePages implements Sources {
    private static final int PAGE = 50;

    private final Records records;
    private final Supplier<Session> session;
    private final ContentStore contents;
    private final Intake intake;

    public SourcePages(Records records, Supplier<Session> session, ContentStore contents, Intake intake) {
        this.records = records;
        this.session = session;
        this.contents = contents;
        this.intake = intake;
    }

    @Override
    public SourcePage getSource(String id) {
        return records.read(session.get(), jdbc -> page(jdbc, id(id), null));
    }

    @Override
    public EventsPage list(int page) {
        return records.read(session.get(), jdbc -> {
            int total = SourceRows.count(jdbc);
            List<EventsPage.Row> rows = SourceRows.list(jdbc, (page - 1) * PAGE, PAGE).stream()
                    .map(SourcePages::row)
                    .toList();
            return new EventsPage("sources", rows, total, page, Math.max(1, (total + PAGE - 1) / PAGE), "/sources");
        });
    }

    private static EventsPage.Row row(SourceRow source) {
        return new EventsPage.Row(
                new Link(title(source), "/sources/" + source.id()),
                "#" + source.number(),
                date(source.published()),
                "",
                source.publisher() == null ? "" : source.publisher(),
                false,
                0,
                1);
    }

    @Override
    public InputStream openOriginal(String id) {
        SourceRow row = records.read(session.get(), jdbc -> get(jdbc, id(id)));
        if (row.isErased()) {
            throw new ConstanciaException(Problem.RECORD_NOT_FOUND, "The source was erased; its bytes are gone")
                    .with("source", row.number());
        }
        return contents.open(Sha256.parse(row.sha256()));
    }

    @Override
    public void confirmFamily(String id) {
        decide(id, FamilyDecisions::confirm);
    }

    @Override
    public void separate(String id) {
        decide(id, FamilyDecisions::separate);
    }

    @Override
    public void putBack(String id) {
        decide(id, FamilyDecisions::putBack);
    }

    private void decide(String id, BiConsumer<Writing, SourceId> decision) {
        records.write(session.get(), writing -> {
            decision.accept(writing, id(id));
            return id;
        });
    }

    @Override
    public String bring(NewSource source) {
        if (!source.published().isBlank()) PartialDate.parse(source.published());
        return intake.take(
                        source.content(),
                        new Arrival(source.fileName() == null ? "paste" : "upload", source.fileName()),
                        source.fileName() == null ? "text/plain" : null,
                        new Intake.Known(source.outlet(), source.published(), source.address()))
                .source()
                .toString();
    }

    /// The page of a source, in a transaction that is under way.
    ///
    /// @param current the proposal at hand, whose passage stands out; null for none
    public static SourcePage page(JdbcClient jdbc, SourceId id, @Nullable CandidateId current) {
        SourceRow row = get(jdbc, id);
        Optional<TextRow> text = SourceRows.findText(jdbc, id);
        return new SourcePage(
                id.toString(),
                row.number(),
                title(row),
                row.publisher() == null ? "" : row.publisher(),
                row.author() == null ? "" : row.author(),
                date(row.published()),
                row.language() == null ? "und" : row.language(),
                row.mediaType() == null ? "" : row.mediaType(),
                row.length(),
                row.sha256(),
                row.obstacle() == null
                        ? null
                        : row.obstacle().toLowerCase(Locale.ROOT).replace('_', '-'),
                text.map(TextRow::text).orElse(""),
                text.map(SourcePages::blocks).orElse(List.of()),
                text.map(layer -> passages(jdbc, id, layer.layer(), current)).orElse(List.of()),
                SourceRows.listCaptures(jdbc, id).stream()
                        .map(capture -> new SourcePage.Capture(
                                capture.capturedAt(),
                                capture.fileName() == null
                                        ? capture.origin()
                                        : capture.origin() + ": " + capture.fileName(),
                                capture.capturedBy()))
                        .toList(),
                row.waiting(),
                text.map(SourcePages::unread).orElse(0),
                InsidePages.of(jdbc, id),
                FamilyReading.find(jdbc, id).orElse(null),
                SourceRows.findErasure(jdbc, id)
                        .map(gone -> new SourcePage.Erasure(gone.at(), gone.by(), gone.reason()))
                        .orElse(null));
    }

    private static int unread(TextRow text) {
        if (text.text().length() <= Extent.MOST) return 0;
        Span unread = ReadExtent.unread(StoredLayer.layer(text));
        return unread == null ? 0 : unread.length();
    }

    private static List<SourcePage.Block> blocks(TextRow text) {
        return StoredLayer.blocks(text).stream().map(SourcePages::block).toList();
    }

    private static SourcePage.Block block(Block block) {
        SourcePage.BlockLabel label = switch (block.label()) {
            case HEADLINE -> SourcePage.BlockLabel.HEADLINE;
            case BODY -> SourcePage.BlockLabel.BODY;
            case CAPTION, BOILERPLATE -> SourcePage.BlockLabel.BOILERPLATE;
        };
        boolean setApart = block.label() == Label.CAPTION || block.label() == Label.BOILERPLATE;
        return new SourcePage.Block(block.start(), block.end(), label, setApart ? block.rule() : "");
    }

    /// Proposals by their tags, then the passages that statements rest on and no proposal covers exactly.
    private static List<SourcePage.Passage> passages(
            JdbcClient jdbc, SourceId id, int layer, @Nullable CandidateId current) {
        List<SourcePage.Passage> passages = new ArrayList<>();
        List<CandidateRow> proposals = CandidateRows.listOf(jdbc, id).stream()
                .filter(proposal -> proposal.layer() == layer)
                .toList();
        Tags tags = new Tags();
        for (CandidateRow proposal : proposals) {
            String tag = tags.next(proposal.kind());
            if (proposal.status().equals("rejected")) continue;
            if (isQuiet(proposal, current)) continue;
            passages.add(new SourcePage.Passage(
                    "p-" + tag.toLowerCase(Locale.ROOT),
                    proposal.start(),
                    proposal.end(),
                    tag,
                    state(proposal, current)));
        }
        for (SourceRows.PassageRow kept : SourceRows.listPassages(jdbc, id, layer)) {
            boolean shown = proposals.stream()
                    .anyMatch(proposal -> proposal.start() == kept.start() && proposal.end() == kept.end());
            if (!shown) {
                passages.add(new SourcePage.Passage(
                        "k-" + kept.id(), kept.start(), kept.end(), "", SourcePage.State.ACCEPTED));
            }
        }
        return passages;
    }

    /// Places and dates wait for nobody: they come with the proposals they belong to, and would cover the text.
    private static boolean isQuiet(CandidateRow proposal, @Nullable CandidateId current) {
        boolean companion =
                proposal.kind().equals(Proposals.PLACE) || proposal.kind().equals(Proposals.DATE);
        return companion
                && proposal.status().equals("waiting")
                && !proposal.id().equals(current);
    }

    private static SourcePage.State state(CandidateRow proposal, @Nullable CandidateId current) {
        if (proposal.id().equals(current)) return SourcePage.State.CURRENT;
        return proposal.status().equals("accepted") ? SourcePage.State.ACCEPTED : SourcePage.State.PROPOSED;
    }

    static String title(SourceRow row) {
        return row.title() == null ? row.sha256().substring(0, 12) : row.title();
    }

    static @Nullable PartialDate date(@Nullable String edtf) {
        return edtf == null ? null : PartialDate.parse(edtf);
    }

    static SourceId id(String text) {
        try {
            return new SourceId(UUID.fromString(text));
        } catch (IllegalArgumentException malformed) {
            throw new ConstanciaException(Problem.RECORD_NOT_FOUND, "There is no such source", malformed)
                    .with("source", text);
        }
    }

    private static SourceRow get(JdbcClient jdbc, SourceId id) {
        return SourceRows.find(jdbc, id)
                .orElseThrow(() -> new ConstanciaException(Problem.RECORD_NOT_FOUND, "There is no such source")
                        .with("source", id));
    }
}
