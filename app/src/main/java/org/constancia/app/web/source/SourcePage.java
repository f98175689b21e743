package org.constancia.app.web.source;

import java.time.Instant;
import java.util.List;
import org.constancia.core.time.PartialDate;
import org.jspecify.annotations.Nullable;

/// A preserved source with its text layer.
///
/// @param number what people call it: source 12
/// @param language of the text, BCP 47; `und` when unknown
/// @param text the text layer, unchanged; empty when the file was not understood
/// @param unread letters at the end of the text that nothing is proposed from, because it is too long
/// @param family the sources that carry the same story; absent when it is alone
/// @param erasure absent while it is preserved
/// @param notUnderstood a stable code such as `no-text`, worded by the page; absent when there is text
public record SourcePage(
        String id,
        long number,
        String title,
        String outlet,
        String author,
        @Nullable PartialDate published,
        String language,
        String mediaType,
        long bytes,
        String sha256,
        @Nullable String notUnderstood,
        String text,
        List<Block> blocks,
        List<Passage> passages,
        List<Capture> captures,
        int waiting,
        int unread,
        Inside inside,
        @Nullable SourceFamily family,
        @Nullable Erasure erasure) {

    public SourcePage {
        blocks = List.copyOf(blocks);
        passages = List.copyOf(passages);
        captures = List.copyOf(captures);
    }

    /// That the source had to go: only its digests are left.
    public record Erasure(Instant at, String by, String reason) {}

    /// A block of the text layer.
    ///
    /// @param rule the rule that made it boilerplate, a stable code; empty for headline and body
    public record Block(int start, int end, BlockLabel label, String rule) {}

    public enum BlockLabel {
        HEADLINE,
        BODY,
        BOILERPLATE
    }

    /// A span of the text that a proposal or a statement stands on.
    ///
    /// @param anchor unique on the page, such as `p-f1`
    /// @param tag shown after it, such as `F1`
    public record Passage(String anchor, int start, int end, String tag, State state) {}

    public enum State {
        PROPOSED,
        CURRENT,
        ACCEPTED,
        REJECTED
    }

    /// The same bytes, met once more.
    ///
    /// @param origin the path or address they came from
    public record Capture(Instant at, String origin, String by) {}
}
