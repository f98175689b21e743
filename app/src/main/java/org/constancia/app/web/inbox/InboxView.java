package org.constancia.app.web.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.constancia.app.web.search.Pick;

/// The inbox with what the person is doing to the current card.
///
/// @param picks events found while attaching
public record InboxView(InboxPage inbox, Mode mode, String eventQuery, List<Pick> picks, List<Cut> cuts) {

    public InboxView {
        picks = List.copyOf(picks);
        cuts = List.copyOf(cuts);
    }

    public enum Mode {
        READ,
        EDIT,
        REJECT,
        SPLIT,
        ATTACH
    }

    /// A place where the passage can be cut in two: between `before` and the rest.
    public record Cut(int at, String before, String after) {}

    /// What can be corrected of a card: what it proposes, and what its kind can say and it does not.
    public static List<InboxPage.Detail> editable(InboxPage.Card card) {
        List<InboxPage.Detail> details = new ArrayList<>(card.details());
        details.removeIf(detail -> detail.label() == InboxPage.Label.NOT_SAID);
        for (InboxPage.Label label : labels(card.kind())) {
            if (details.stream().noneMatch(detail -> detail.label() == label))
                details.add(new InboxPage.Detail(label, "", null));
        }
        return details;
    }

    private static List<InboxPage.Label> labels(InboxPage.Kind kind) {
        return switch (kind) {
            case STATEMENT -> List.of(InboxPage.Label.WHO_SAYS, InboxPage.Label.ROLE);
            case FIGURE -> List.of(InboxPage.Label.NUMBER, InboxPage.Label.WHEN, InboxPage.Label.WHERE);
            case EVENT ->
                List.of(
                        InboxPage.Label.VICTIM,
                        InboxPage.Label.ALLEGED_PERPETRATOR,
                        InboxPage.Label.WHEN,
                        InboxPage.Label.WHERE);
            case ACCOUNTABILITY_ACTION -> List.of(InboxPage.Label.BODY, InboxPage.Label.ACCUSED, InboxPage.Label.WHEN);
            case COMMITMENT -> List.of(InboxPage.Label.WHO_SAYS, InboxPage.Label.ROLE, InboxPage.Label.DUE);
            case DEMAND -> List.of(InboxPage.Label.WHO_SAYS, InboxPage.Label.ADDRESSEE);
            case PLACE -> List.of(InboxPage.Label.WHERE);
            case DATE -> List.of(InboxPage.Label.WHEN);
        };
    }

    /// The address of a card, with the filters of this page.
    public String href(InboxPage.Card card) {
        return href(card.id(), Mode.READ) + "#p-" + card.tag().toLowerCase(Locale.ROOT);
    }

    public String href(String card, Mode mode) {
        StringBuilder href = new StringBuilder("/inbox?");
        InboxQuery query = inbox.query();
        if (query.source() != null)
            href.append("source=").append(query.source()).append('&');
        if (query.kind() != null) href.append("kind=").append(query.kind()).append('&');
        if (query.language() != null)
            href.append("language=").append(query.language()).append('&');
        href.append("current=").append(card);
        if (mode != Mode.READ) href.append("&mode=").append(mode);
        return href.toString();
    }

    /// The card after the current one, or the current one when it is the last.
    public InboxPage.Card neighbour(int step) {
        List<InboxPage.Card> cards = inbox.cards();
        for (int i = 0; i < cards.size(); i++) {
            if (isCurrent(cards.get(i))) return cards.get(Math.clamp(i + step, 0, cards.size() - 1));
        }
        return cards.getFirst();
    }

    public boolean isCurrent(InboxPage.Card card) {
        InboxPage.Card current = inbox.current();
        return current != null && card.id().equals(current.id());
    }
}
