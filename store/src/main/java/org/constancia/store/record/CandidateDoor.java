package org.constancia.store.record;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.core.record.CandidateId;
import org.constancia.core.record.ChangeId;
import org.constancia.core.record.SourceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Where machine-made proposals wait for a person. A proposal is decided once; an undone decision reopens it, and the
/// statements it made are rejected, not deleted.
public final class CandidateDoor {
    /// What is proposed from a span of a text layer.
    ///
    /// @param kind the kind of candidate, as the extractor names it
    /// @param content its slots as JSON
    /// @param rules the rules that fired
    /// @param score how likely it is to be accepted, 0 to 1
    public record Proposal(
            String kind, int start, int end, String text, String content, List<String> rules, double score) {
        public Proposal {
            rules = List.copyOf(rules);
        }
    }

    public enum Decision {
        ACCEPTED,
        REJECTED,
        SPLIT;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Writing writing;
    private final JdbcClient jdbc;

    CandidateDoor(Writing writing) {
        this.writing = writing;
        this.jdbc = writing.jdbc();
    }

    public List<CandidateId> propose(SourceId source, int layer, List<Proposal> proposals) {
        return propose(source, layer, proposals, null);
    }

    /// Puts the parts of a split proposal in its place.
    public List<CandidateId> split(CandidateId whole, SourceId source, int layer, List<Proposal> parts) {
        decide(whole, Decision.SPLIT, "{}");
        return propose(source, layer, parts, whole);
    }

    private List<CandidateId> propose(
            SourceId source, int layer, List<Proposal> proposals, @Nullable CandidateId splitFrom) {
        if (proposals.isEmpty()) return List.of();
        ChangeId change = writing.outbox()
                .append(
                        Change.Kind.CANDIDATES_PROPOSED,
                        "source:" + source,
                        Map.of("layer", layer, "count", proposals.size()));
        List<CandidateId> ids = new ArrayList<>();
        for (Proposal proposal : proposals) {
            CandidateId id = new CandidateId(writing.ids().next());
            jdbc.sql("""
                            insert into candidate (id, collection_id, source, layer, kind, start_at, end_at, text, content,
                                                   rules, score, status, split_from, change)
                            values (:id, :collection, :source, :layer, :kind, :start, :end, :text, cast(:content as jsonb),
                                    :rules, :score, 'waiting', :split_from, :change)
                            """)
                    .param("id", id.value())
                    .param("collection", writing.session().collection().value())
                    .param("source", source.value())
                    .param("layer", layer)
                    .param("kind", proposal.kind())
                    .param("start", proposal.start())
                    .param("end", proposal.end())
                    .param("text", proposal.text())
                    .param("content", proposal.content())
                    .param("rules", proposal.rules().toArray(String[]::new))
                    .param("score", proposal.score())
                    .param("split_from", splitFrom == null ? null : splitFrom.value())
                    .param("change", change.value())
                    .update();
            ids.add(id);
        }
        return ids;
    }

    /// Keeps a waiting proposal for this transaction: whoever else wants to decide about it waits, and then finds it
    /// decided.
    ///
    /// @throws ConstanciaException with [Problem#ALREADY_DECIDED] when it waits no longer
    public void hold(CandidateId id) {
        boolean waits = jdbc.sql("select status from candidate where id = :id for update")
                .param("id", id.value())
                .query((row, number) -> row.getString(1).equals("waiting"))
                .optional()
                .orElseThrow(() -> new ConstanciaException(Problem.RECORD_NOT_FOUND, "There is no such proposal")
                        .with("candidate", id));
        if (!waits) throw decidedMeanwhile(id);
    }

    /// Changes what a waiting proposal says; it stays a proposal, with the author beside it.
    ///
    /// @throws ConstanciaException with [Problem#ALREADY_DECIDED] when it waits no longer
    public void revise(CandidateId id, String content) {
        ChangeId change = writing.outbox().append(Change.Kind.CANDIDATE_REVISED, "candidate:" + id, Map.of());
        int moved = jdbc.sql("""
                        update candidate set content = cast(:content as jsonb), edited_by = :author, change = :change
                        where id = :id and status = 'waiting'
                        """)
                .param("content", content)
                .param("author", writing.session().author())
                .param("change", change.value())
                .param("id", id.value())
                .update();
        if (moved == 0) throw decidedMeanwhile(id);
    }

    /// Brings the waiting proposals of a reading, unless a person edited them, up to what the extractor now proposes,
    /// for example because the publication date became known. Decided ones stay as they are.
    public void renew(SourceId source, int layer, List<Proposal> proposals) {
        ChangeId change = writing.outbox()
                .append(
                        Change.Kind.CANDIDATES_PROPOSED,
                        "source:" + source,
                        Map.of("layer", layer, "count", proposals.size(), "again", true));
        List<Proposal> added = new ArrayList<>();
        for (Proposal proposal : proposals) {
            boolean known = jdbc.sql("""
                            select count(*) from candidate
                            where source = :source and layer = :layer and kind = :kind and start_at = :start and end_at = :end
                            """)
                            .param("source", source.value())
                            .param("layer", layer)
                            .param("kind", proposal.kind())
                            .param("start", proposal.start())
                            .param("end", proposal.end())
                            .query(Long.class)
                            .single()
                    > 0;
            if (!known) added.add(proposal);
            else replaceContent(source, layer, proposal, change);
        }
        propose(source, layer, added);
    }

    private void replaceContent(SourceId source, int layer, Proposal proposal, ChangeId change) {
        jdbc.sql("""
                        update candidate
                        set content = cast(:content as jsonb), rules = :rules, score = :score, change = :change
                        where source = :source and layer = :layer and kind = :kind and start_at = :start and end_at = :end
                              and status = 'waiting' and edited_by is null
                        """)
                .param("content", proposal.content())
                .param("rules", proposal.rules().toArray(String[]::new))
                .param("score", proposal.score())
                .param("change", change.value())
                .param("source", source.value())
                .param("layer", layer)
                .param("kind", proposal.kind())
                .param("start", proposal.start())
                .param("end", proposal.end())
                .update();
    }

    /// @param outcome what the decision made, as JSON; an undo reads it back
    /// @throws ConstanciaException with [Problem#ALREADY_DECIDED] when somebody was faster
    public void decide(CandidateId id, Decision decision, String outcome) {
        ChangeId change = writing.outbox()
                .append(
                        Change.Kind.CANDIDATE_DECIDED,
                        "candidate:" + id,
                        Map.of("before", "waiting", "after", decision.code()));
        int moved = jdbc.sql("""
                        update candidate
                        set status = :status, decided_by = :author, decided_at = :at, decision = cast(:outcome as jsonb),
                            change = :change
                        where id = :id and status = 'waiting'
                        """)
                .param("status", decision.code())
                .param("author", writing.session().author())
                .param("at", writing.clock().instant().atOffset(ZoneOffset.UTC))
                .param("outcome", outcome)
                .param("change", change.value())
                .param("id", id.value())
                .update();
        if (moved == 0) {
            throw decidedMeanwhile(id);
        }
    }

    private static ConstanciaException decidedMeanwhile(CandidateId id) {
        return new ConstanciaException(
                        Problem.ALREADY_DECIDED,
                        "This proposal was decided meanwhile; nothing was changed. Reload the inbox")
                .with("candidate", id);
    }

    /// Puts a decided proposal back among those that wait.
    public void reopen(CandidateId id) {
        ChangeId change =
                writing.outbox().append(Change.Kind.CANDIDATE_REOPENED, "candidate:" + id, Map.of("after", "waiting"));
        int moved = jdbc.sql("""
                        update candidate
                        set status = 'waiting', decided_by = null, decided_at = null, decision = null, change = :change
                        where id = :id and status <> 'waiting'
                        """)
                .param("change", change.value())
                .param("id", id.value())
                .update();
        if (moved == 0) {
            throw new ConstanciaException(Problem.CHANGED_MEANWHILE, "This proposal is waiting already")
                    .with("candidate", id);
        }
    }
}
