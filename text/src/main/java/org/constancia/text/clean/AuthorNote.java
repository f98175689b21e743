package org.constancia.text.clean;

import java.util.regex.Pattern;

/// Recognises the note on who wrote a piece: "Lena Ford is a freelance reporter based in Cali."
///
/// A story can be about a journalist too; so the note must also say where or of what its subject writes, and the caller
/// looks for it at the end of a text only.
final class AuthorNote {
    private static final int LONGEST = 300;
    private static final String NAME =
            "(?:\\p{Lu}[\\p{L}.'’-]+\\s+){1,4}(?:y|and)?\\s*(?:\\p{Lu}[\\p{L}.'’-]+\\s+){0,3}";
    private static final Pattern NOTE = Pattern.compile(
            "^" + NAME
                    + "(?:is|are|was|es|son|fue)\\s.{0,60}?(?:reporters?|journalists?|editors?|correspondents?|columnists?|writers?|photographers?|"
                    + "contributors?|periodistas?|reporter[oa]s?|editor[ae]?s?|corresponsal(?:es)?|columnistas?|fotógraf[oa]s?|escritor[ae]?s?|colaborador[ae]?s?)\\b.*");
    private static final Pattern WORK = Pattern.compile(
            "(?i)\\b(?:based in|covers?|covering|writes?|writing|freelance|staff|contribut\\w+|report(?:s|ing) on|follow|cubre|escribe|"
                    + "radicad[oa]|con sede en|colabora\\w*|especializad\\w+|en twitter|on twitter|independiente|de este (?:diario|medio|portal)|de la redacción)\\b|@\\w+");

    private static final Pattern BEAT = Pattern.compile(
            "^" + NAME
                    + "(?:covers|writes|reports (?:on|from|for)|edits|cubre|escribe (?:sobre|para)|colabora con|reporta desde|dirige la sección)\\s.{4,160}");

    private AuthorNote() {}

    static boolean matches(String paragraph) {
        return paragraph.length() <= LONGEST
                && (BEAT.matcher(paragraph).matches()
                        || NOTE.matcher(paragraph).matches()
                                && WORK.matcher(paragraph).find());
    }
}
