package org.constancia.text.clean;

import java.util.regex.Pattern;

/// Recognises who took a picture, at the end of what it shows, and who wrote a piece, by profession instead of name:
/// "The harbour from above. (Photo: Mina Alder)", "Corresponsal en Valle Hondo".
final class Credit {
    private static final int LONGEST_CAPTION = 320;
    private static final int LONGEST_ROLE = 140;
    private static final String PICTURE =
            "(?i:fotos?|fotograf[íi]as?|im[aá]gen(?:es)?|cr[eé]ditos?|cortes[íi]a|ilustraci[oó]n|infograf[íi]a|v[ií]deo"
                    + "|photos?|photographs?|pictures?|images?|credits?|courtesy|illustration|graphic)";
    private static final Pattern AT_END = Pattern.compile(".*(?:^|[.(\\[/|–—-]\\s*)" + PICTURE
            + "(?:\\s*[:/|]\\s*|\\s+(?i:de|by|por|of|cortes[íi]a de)\\s+)[\\p{Lu}@][^.]{1,60}[)\\].]?");
    private static final Pattern SLASH = Pattern.compile(
            "[^“\"]{8,}[.\\p{L}]\\s*[/|]\\s?\\p{Lu}[\\p{L}.'’-]+(?:\\s\\p{Lu}[\\p{L}.'’-]+){0,3}(?:\\s?[/|]\\s?\\p{Lu}[\\p{L} ]{1,30})?");
    private static final Pattern AGENCY = Pattern.compile(
            "(?:\\p{Lu}{2,}[\\p{Lu} ]*[/|]\\s?\\p{Lu}[\\p{L}.'’ -]{2,40}|(?:FOTOS?|PHOTOS?|IMAGEN|IMAGE)\\s\\p{Lu}[\\p{L}\\s/.-]{1,40})");
    private static final Pattern COURTESY = Pattern.compile(
            "(?i)(?:(?:photo|image|picture|foto|imagen)s? )?(?:courtesy(?: of)?|cortes[íi]a(?: del?)?)(?: [^.!?]{2,60})?");
    private static final String JOB =
            "periodista|report(?:ero|era|er)|redactor|redactora|editor|editora|corresponsal|enviad[oa]s? especial(?:es)?|columnista|comunicador|comunicadora"
                    + "|fotoperiodista|fot[oó]grafo|fot[oó]grafa|colaborador|colaboradora|investigador|investigadora|director|directora|coordinador|coordinadora"
                    + "|journalist|correspondent|columnist|writer|contributor|photographer|photojournalist|producer";
    private static final Pattern ROLE = Pattern.compile(
            "(?i)(?:(?:staff|senior|chief|crime|courts?|political|investigative|investigations|special|freelance|guest|managing|deputy|news|data|foreign|local|regional|national|legal|"
                    + "human rights|jefe|jefa) ){0,2}(?:" + JOB
                    + ")(?:,? (?:y|e|and|de|del|en|para|at|for|of|in|based) .{2,90}| (?:judicial|pol[íi]tic[oa]|regional|nacional|independiente|invitad[oa]|econ[oó]mic[oa]|gr[aá]fic[oa]|general|jefe|jefa|senior))?");
    private static final Pattern ORDERED = Pattern.compile(
            "(?i:(?:especial|exclusivo|texto|colaboraci[oó]n) para|special (?:to|for)|exclusive (?:to|for)|(?:para|for)(?= (?:el|la|the) \\p{Lu}))\\s(?:(?:el|la|los|las|the|El|La|Los|Las|The) )?\\p{Lu}[\\p{L}.'’ ]{2,40}");
    private static final Pattern WORK = Pattern.compile(
            "(?i)\\b(?:cubre|escribe|covers|writes|twitter|x\\.com|m[aá]gister|egresad[oa]|especialista|especializad[oa]|universidad|university|award|premio)\\b|@\\w+");

    private Credit() {}

    static boolean isCaption(String line) {
        if (line.length() > LONGEST_CAPTION || line.contains("://")) return false;
        String content = line.strip();
        if (COURTESY.matcher(content).matches()
                || AT_END.matcher(content).matches()
                || AGENCY.matcher(content).matches()) return true;
        return content.length() <= 200
                && !LineShape.endsSentence(content)
                && SLASH.matcher(content).matches();
    }

    /// A line that says what its author is.
    static boolean isRole(String line) {
        String content = line.strip();
        if (content.length() > 2 * LONGEST_ROLE) return false;
        if (ORDERED.matcher(content).matches()) return true;
        int sentence = content.indexOf(". ");
        boolean tells =
                sentence > 0 && WORK.matcher(content.substring(sentence)).find();
        String first = tells ? content.substring(0, sentence) : content;
        if (!tells && LineShape.endsSentence(content)) return false;
        return first.length() <= LONGEST_ROLE && ROLE.matcher(first).matches();
    }
}
