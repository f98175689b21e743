package org.constancia.app.sources;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.constancia.core.record.Basis;
import org.constancia.core.record.Claim;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.record.Property;
import org.constancia.core.record.SourceId;
import org.constancia.core.record.StatementId;
import org.constancia.store.family.FamilyRows;
import org.constancia.store.family.FamilyRows.MemberRow;
import org.constancia.store.family.LikenessRows;
import org.constancia.store.family.LikenessRows.CandidateRow;
import org.constancia.store.record.FamilyDoor.Alike;
import org.constancia.store.record.Writing;
import org.constancia.store.source.SourceRows;
import org.constancia.text.document.TextLayer;
import org.constancia.text.duplicate.Comparison;
import org.constancia.text.duplicate.FamilyFinder.Pair;
import org.constancia.text.duplicate.Fingerprint;
import org.constancia.text.duplicate.Grouping;
import org.constancia.text.duplicate.Likeness;
import org.constancia.text.duplicate.TextComparison;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Compares a text that was read with those on record and states, as inferred, which sources carry one story.
///
/// Invariants: what a person stated about the family of a source is left as it is; a source that a person separated is
/// not put back; which sources are one family follows from the pairs that were found, not from the order in which
/// texts came in.
final class FamilyProposals {
    private static final int MOST_CANDIDATES = 120;
    private static final int MOST_COMPARED = 40;
    private static final int MOST_PAIRS = 20_000;
    private static final int LONGEST_NAME = 90;

    private final Writing writing;

    FamilyProposals(Writing writing) {
        this.writing = writing;
    }

    /// @param states whether families are stated; the text is compared and remembered in any case
    void compare(SourceId source, int layer, TextLayer text, boolean states) {
        String comparable = Fingerprint.comparableText(text.text(), text.blocks());
        Fingerprint fingerprint = Fingerprint.of(comparable);
        if (fingerprint.isTooShort()) return;
        writing.families().oneAtATime();
        List<Alike> alike = alike(writing.jdbc(), source, fingerprint, comparable);
        writing.families().compared(source, layer, fingerprint.toBytes(), fingerprint.bands(), alike);
        if (states && !alike.isEmpty()) group(source, comparable, alike);
    }

    private static List<Alike> alike(JdbcClient jdbc, SourceId source, Fingerprint fingerprint, String text) {
        List<CandidateRow> candidates =
                LikenessRows.listCandidates(jdbc, source, fingerprint.bands(), MOST_CANDIDATES).stream()
                        .filter(candidate ->
                                Fingerprint.ofBytes(candidate.signature()).mayResemble(fingerprint))
                        .limit(MOST_COMPARED)
                        .toList();
        List<Alike> alike = new ArrayList<>();
        for (CandidateRow candidate : candidates) {
            Likeness likeness = Likeness.of(comparableText(jdbc, candidate.source()), text);
            if (likeness.isNearDuplicate())
                alike.add(new Alike(
                        candidate.source(), likeness.containment(), likeness.coverage(), likeness.sharesLead()));
        }
        return alike;
    }

    /// The running text of a source, as it is compared.
    static String comparableText(JdbcClient jdbc, SourceId source) {
        return SourceRows.findText(jdbc, source)
                .map(row -> Fingerprint.comparableText(row.text(), StoredLayer.blocks(row)))
                .orElse("");
    }

    private void group(SourceId source, String text, List<Alike> alike) {
        List<LikenessRows.PairRow> rows = LikenessRows.listAround(writing.jdbc(), source, MOST_PAIRS);
        TreeSet<Long> numbers = new TreeSet<>();
        for (LikenessRows.PairRow row : rows) {
            numbers.add(row.one());
            numbers.add(row.other());
        }
        Map<Long, MemberRow> members = FamilyRows.listOf(writing.jdbc(), numbers).stream()
                .collect(Collectors.toMap(MemberRow::number, Function.identity()));
        List<Pair<Long>> pairs = rows.stream()
                .filter(row -> !isSeparated(members, row.one()) && !isSeparated(members, row.other()))
                .map(row -> new Pair<>(
                        row.one(), row.other(), new Likeness(row.containment(), row.coverage(), row.sharesLead())))
                .toList();
        String explanation = explanation(source, text, alike);
        for (List<Long> group : Grouping.of(pairs)) {
            state(group.stream().map(members::get).toList(), source, explanation);
        }
    }

    private static boolean isSeparated(Map<Long, MemberRow> members, long number) {
        @Nullable MemberRow member = members.get(number);
        return member == null || member.isSeparated();
    }

    private String explanation(SourceId source, String text, List<Alike> alike) {
        Alike closest =
                alike.stream().max(Comparator.comparingDouble(Alike::coverage)).orElseThrow();
        Comparison comparison = TextComparison.compare(comparableText(writing.jdbc(), closest.source()), text);
        return "carries the same story as "
                + new EntityId(EntityKind.SOURCE, closest.source().value()) + ": " + comparison.explanation();
    }

    private void state(List<MemberRow> group, SourceId read, String explanation) {
        String name = name(group);
        for (MemberRow member : group) {
            if (name.equals(member.family()) || member.isStatedByPerson()) continue;
            String reason = member.source().equals(read)
                    ? explanation
                    : "carries the same story as "
                            + new EntityId(
                                    EntityKind.SOURCE, group.getFirst().source().value());
            Claim claim = claim(member.source(), name, Basis.INFERRED, reason);
            if (member.statement() == null) writing.statements().accept(claim);
            else writing.statements().supersede(new StatementId(member.statement()), claim, reason);
        }
    }

    static Claim claim(SourceId source, String family, Basis basis, String reason) {
        return new Claim(
                new EntityId(EntityKind.SOURCE, source.value()),
                Property.SOURCE_FAMILY,
                Property.SOURCE_FAMILY.parse(family),
                basis,
                null,
                null,
                reason);
    }

    /// What a person called the family; else what it is called already; else the number and title of the first member.
    private static String name(List<MemberRow> group) {
        Optional<String> given = group.stream()
                .filter(MemberRow::isStatedByPerson)
                .map(MemberRow::family)
                .findFirst();
        return given.or(() -> group.stream()
                        .map(MemberRow::family)
                        .filter(family -> family != null)
                        .findFirst())
                .orElseGet(() -> shortened(
                        "#" + group.getFirst().number() + " " + group.getFirst().title()));
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, LONGEST_NAME - 1).strip() + "…";
    }
}
