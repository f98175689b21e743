package org.constancia.evidence.custody;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.constancia.evidence.json.Json;

/// The custody of one item: every one of the fourteen fields, known or said to be unknown.
///
/// @param item the item's reference
/// @param values one for each field
public record CustodyRecord(String item, Map<CustodyField, CustodyValue> values) {
    public CustodyRecord {
        values = Collections.unmodifiableMap(new EnumMap<>(values));
        if (values.size() != CustodyField.values().length) {
            throw new IllegalArgumentException("a custody record names every field; say Unknown");
        }
    }

    /// How many of the fourteen fields are answered: known, or impossible for this kind of item.
    public int completeness() {
        return (int) values.values().stream()
                .filter(value -> !(value instanceof CustodyValue.Unknown))
                .count();
    }

    /// The answer to a field.
    public CustodyValue value(CustodyField field) {
        CustodyValue value = values.get(field);
        if (value == null) {
            throw new IllegalStateException("checked when the record was made");
        }
        return value;
    }

    /// The record as JSON, fields by their codes.
    public Json.Object json() {
        Json.Object fields = Json.object();
        for (CustodyField field : CustodyField.values()) {
            fields = fields.with(
                    field.code(),
                    Json.object().with("state", state(value(field))).with("text", text(value(field))));
        }
        return Json.object()
                .with("item", item)
                .with("completeness", completeness())
                .with("of", CustodyField.values().length)
                .with("fields", fields);
    }

    /// All records as one table (RFC 4180): a row for each item and field.
    public static String csv(List<CustodyRecord> records) {
        StringBuilder csv = new StringBuilder("item,completeness,field,state,text\r\n");
        for (CustodyRecord custody : records) {
            String completeness = custody.completeness() + "/" + CustodyField.values().length;
            for (CustodyField field : CustodyField.values()) {
                CustodyValue value = custody.value(field);
                csv.append(new StringJoiner(",", "", "\r\n")
                        .add(cell(custody.item()))
                        .add(cell(completeness))
                        .add(cell(field.code()))
                        .add(cell(state(value)))
                        .add(cell(text(value))));
            }
        }
        return csv.toString();
    }

    private static String state(CustodyValue value) {
        return switch (value) {
            case CustodyValue.Known _ -> "known";
            case CustodyValue.Unknown _ -> "unknown";
            case CustodyValue.NotApplicable _ -> "not applicable";
        };
    }

    private static String text(CustodyValue value) {
        return switch (value) {
            case CustodyValue.Known(String text) -> text;
            case CustodyValue.Unknown(String reason) -> reason;
            case CustodyValue.NotApplicable(String reason) -> reason;
        };
    }

    /// A quoted cell; one that a spreadsheet would read as a formula is preceded by an apostrophe.
    private static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
