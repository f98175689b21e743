package org.constancia.evidence.custody;

/// The fourteen things to be known about an item and its way (Berkeley Protocol on Digital Open Source
/// Investigations, 2022, collection; Minnesota Protocol, 2016, handling of evidence).
public enum CustodyField {
    ITEM("item", "Unique reference of the item"),
    DIGESTS("digests", "SHA-256 and SHA-512 at receipt"),
    CLAIMED_SOURCE("claimed_source", "Claimed source or address"),
    PAGE_SOURCE("page_source", "Page source or WARC"),
    FULL_CAPTURE("full_capture", "Full-page capture"),
    EMBEDDED_MEDIA("embedded_media", "Embedded media"),
    EMBEDDED_METADATA("embedded_metadata", "Embedded metadata"),
    CONTEXT("context", "Context: uploader, comments, surroundings"),
    COLLECTOR("collector", "Collector, by pseudonym"),
    TIME("time", "UTC time and offset of the clock against an outside anchor"),
    TOOL("tool", "Tool, its version and the hash of its configuration"),
    MACHINE("machine", "Machine and class of network exit, never a source's address"),
    EVENTS("events", "Custody events: who, when, why, hash before and after"),
    LEGAL_BASIS("legal_basis", "Legal basis and scope of consent");

    private final String code;
    private final String meaning;

    CustodyField(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /// The name in files.
    public String code() {
        return code;
    }

    /// What the field says, in English.
    public String meaning() {
        return meaning;
    }
}
