package org.constancia.app.sources;

import java.util.List;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.core.record.Basis;
import org.constancia.core.record.SourceId;
import org.constancia.core.record.StatementId;
import org.constancia.store.family.FamilyRows;
import org.constancia.store.family.FamilyRows.MemberRow;
import org.constancia.store.record.Writing;
import org.jspecify.annotations.Nullable;

/// What a person decides about a proposed family. Each decision is statements, so that it is in the log, says why, and
/// can be taken back.
final class FamilyDecisions {
    private static final String CONFIRMED = "a person confirmed that these sources carry one story";
    private static final String SEPARATED = "a person found that this source does not carry the story of the others";
    private static final String PUT_BACK = "a person put the source back into its family";

    private FamilyDecisions() {}

    /// States of every member that was only inferred that it belongs to the family.
    static void confirm(Writing writing, SourceId source) {
        for (MemberRow member : FamilyRows.listMembers(writing.jdbc(), family(get(writing, source)))) {
            if (member.isSeparated() || member.isStatedByPerson()) continue;
            writing.statements()
                    .supersede(
                            statement(member),
                            FamilyProposals.claim(member.source(), family(member), Basis.OBSERVED, CONFIRMED),
                            CONFIRMED);
        }
    }

    static void separate(Writing writing, SourceId source) {
        MemberRow member = get(writing, source);
        if (!member.isSeparated()) writing.statements().reject(statement(member), SEPARATED);
    }

    static void putBack(Writing writing, SourceId source) {
        MemberRow member = get(writing, source);
        if (member.isSeparated()) writing.statements().reinstate(statement(member), PUT_BACK);
    }

    private static MemberRow get(Writing writing, SourceId source) {
        List<MemberRow> rows = FamilyRows.listOf(writing.jdbc(), source);
        return rows.stream()
                .filter(row -> row.family() != null)
                .findFirst()
                .orElseThrow(() -> new ConstanciaException(
                                Problem.RECORD_NOT_FOUND, "The source belongs to no family of sources")
                        .with("source", source));
    }

    private static String family(MemberRow member) {
        @Nullable String family = member.family();
        if (family == null) throw new IllegalStateException("a member without a family");
        return family;
    }

    private static StatementId statement(MemberRow member) {
        if (member.statement() == null) throw new IllegalStateException("a member without a statement");
        return new StatementId(member.statement());
    }
}
