package org.constancia.app.dossier.print;

import java.util.List;
import org.constancia.app.web.page.Words;
import org.constancia.evidence.custody.CustodyField;
import org.constancia.evidence.custody.CustodyRecord;
import org.constancia.evidence.custody.CustodyValue;

/// The end of the readable page: the sources with their digests and passages, the custody of each item, and how to
/// check.
final class DossierNotes {
    private final DossierText text;
    private final Words words;
    private final Sheet sheet;

    DossierNotes(DossierText text, Sheet sheet) {
        this.text = text;
        this.words = text.words();
        this.sheet = sheet;
    }

    void print() {
        sources();
        custody();
        DossierPrint.heading(sheet, words.say("dossier.check"));
        sheet.text(Style.TEXT, words.say("dossier.check.how"));
        sheet.skip(4);
        sheet.text(Style.CODE, text.proofLine());
    }

    private void sources() {
        DossierPrint.heading(sheet, words.say("event.sources"));
        int number = 0;
        for (DossierText.EndNote note : text.sources()) {
            sheet.keep(60);
            sheet.text(Style.SUB, "[" + ++number + "] " + note.facts());
            sheet.text(Style.NOTE, words.say("dossier.file", "data/" + note.file(), words.number(note.length())));
            sheet.text(Style.CODE, "SHA-256 " + note.sha256());
            sheet.text(Style.CODE, "SHA-512 " + note.sha512().substring(0, 64));
            sheet.text(Style.CODE, "        " + note.sha512().substring(64));
            for (String passage : note.passages()) {
                sheet.skip(2);
                sheet.text(Style.QUOTE, "«" + passage + "»", Sheet.LEFT + 12, sheet.width() - 12);
            }
            sheet.skip(7);
        }
    }

    private void custody() {
        if (text.custody().isEmpty()) return;
        DossierPrint.heading(sheet, words.say("dossier.custody"));
        sheet.text(Style.NOTE, words.say("dossier.custody.about"));
        int number = 0;
        for (CustodyRecord custody : text.custody()) {
            sheet.keep(120);
            sheet.skip(6);
            sheet.text(
                    Style.SUB,
                    "[" + ++number + "] " + custody.item() + " · "
                            + words.say(
                                    "dossier.custody.completeness",
                                    custody.completeness(),
                                    CustodyField.values().length));
            for (CustodyField field : CustodyField.values()) row(field, custody.value(field));
        }
    }

    private void row(CustodyField field, CustodyValue value) {
        float name = 150;
        boolean digits = field == CustodyField.DIGESTS;
        sheet.row(
                List.of(
                        new Sheet.Cell(Style.SMALL, field.ordinal() + 1 + " " + words.of(field), name, false),
                        new Sheet.Cell(digits ? Style.CODE : Style.SMALL, said(value), sheet.width() - name, false)),
                8);
    }

    private String said(CustodyValue value) {
        return switch (value) {
            case CustodyValue.Known(String known) -> known;
            case CustodyValue.Unknown(String reason) -> words.say("dossier.unknown", reason);
            case CustodyValue.NotApplicable(String reason) -> words.say("dossier.not-applicable", reason);
        };
    }
}
