package org.constancia.bench.text;

import java.util.LinkedHashMap;
import java.util.Map;

/// Pages built to be expensive, each of about a wanted size: what a broken template, a machine or an adversary makes.
final class HostilePages {
    private static final String SENTENCE = "Tres hombres murieron el lunes en el puente, dijo el alcalde Luis Bravo. ";
    private static final String ARTICLE = "<html><body><article><h1>Mueren tres hombres en el puente</h1>"
            + ("<p>" + SENTENCE.repeat(3) + "</p>").repeat(5)
            + "</article>";

    private HostilePages() {}

    /// @param characters about how long each page is
    static Map<String, String> of(int characters) {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("sentences in paragraphs", fill("<p>" + SENTENCE + "</p>", characters));
        pages.put("one paragraph of sentences", "<p>" + fill(SENTENCE, characters));
        pages.put(
                "English sentences",
                fill("<p>Two men were killed on Monday, police said, near Bogotá.</p>", characters));
        pages.put("words without sentence", "<p>" + fill("una palabra tras otra ", characters));
        pages.put("capitals without sentence", "<p>" + fill("Luis Bravo Mesa ", characters));
        pages.put("commas without sentence", "<p>" + fill("dijo el alcalde, ", characters));
        pages.put("numbers without sentence", "<p>" + fill("29 muertos y 14 heridos ", characters));
        pages.put("one word", "<p>" + "a".repeat(characters));
        pages.put("one number", "<p>" + "7".repeat(characters));
        pages.put("opening quotes", "<p>" + "“".repeat(characters) + SENTENCE);
        pages.put("quotes never closed", "<p>" + fill("“Nunca más”, dijo. “Otra vez ", characters));
        pages.put("brackets never closed", "<p>" + fill("(Lea también: ", characters));
        pages.put("dots", "<p>" + ".".repeat(characters));
        pages.put("blanks", ARTICLE + "<p>" + fill("&nbsp;&#8203;&amp;", characters));
        pages.put("white space", ARTICLE + "<p>a" + " ".repeat(characters) + "b");
        pages.put("tiny paragraphs", fill("<p>a</p>", characters));
        pages.put("tiny paragraphs in an article", ARTICLE.replace("</article>", fill("<p>Sí.</p>", characters)));
        pages.put("links", ARTICLE + fill("<a href='/x'>Lea más</a> ", characters));
        pages.put("list of links", ARTICLE + fill("<li><a href='/x'>Lea más</a></li>", characters));
        pages.put("paragraphs never closed", fill("<p>" + SENTENCE, characters));
        pages.put("empty paragraphs never closed", ARTICLE + fill("<p>", characters));
        pages.put("links never closed", fill("<a href=x>" + "Lea", characters));
        pages.put("formatting never closed", fill("<b><i>" + "Sí ", characters));
        pages.put("tables never closed", ARTICLE + fill("<table><tr><td>Sí", characters));
        pages.put("forms and selects", ARTICLE + fill("<form><select><option>Sí", characters));
        pages.put("nested blocks", ARTICLE + fill("<div>", characters) + SENTENCE);
        pages.put("nested blocks with text", fill("<div>" + SENTENCE, characters));
        pages.put("nested sidebars", fill("<div class=sidebar>" + SENTENCE, characters));
        pages.put("nested quotations", fill("<div class=share><blockquote>Sí.", characters));
        pages.put("nested spans", "<p>" + fill("<span>Sí ", characters));
        pages.put("nested lists", fill("<ul><li>Sí.", characters));
        pages.put("closing tags", ARTICLE + fill("</div></p></b>", characters));
        pages.put("huge attribute", ARTICLE.replace("<article", "<article data-x='" + "y".repeat(characters) + "'"));
        pages.put("huge class", ARTICLE.replace("<article", "<article class='" + fill("share-x ", characters) + "'"));
        pages.put("many attributes", ARTICLE + "<p " + numbered("a%d=1 ", characters) + ">Sí.");
        pages.put("huge title", "<title>" + fill("Mueren tres - ", characters) + "</title>" + ARTICLE);
        pages.put("huge heading", "<h1>" + fill("Mueren tres | ", characters) + "</h1>" + ARTICLE);
        pages.put("headings", fill("<h2>Mueren tres en el puente</h2>", characters) + ARTICLE);
        pages.put("metadata", fill("<meta property='article:author' content='Luis Bravo'>", characters) + ARTICLE);
        pages.put(
                "nested JSON-LD",
                "<script type='application/ld+json'>" + "[".repeat(characters) + "</script>" + ARTICLE);
        pages.put(
                "stated body",
                "<script type='application/ld+json'>{\"articleBody\":\"" + fill(SENTENCE, characters / 2)
                        + "\"}</script>" + fill("<p>" + SENTENCE + "</p>", characters / 2));
        pages.put("comment never closed", ARTICLE + "<!--" + fill("- ", characters));
        pages.put("script never closed", ARTICLE + "<script>" + fill("if(a<b){} ", characters));
        pages.put("entities", "<p>" + fill("&ntilde;&bogus;&#x1F600;&#0;", characters));
        pages.put("line breaks", "<p>" + fill("Sí.<br>", characters));
        pages.put("dates", fill("<p>El 5 de mayo de 2021 y el lunes 14 de marzo.</p>", characters));
        pages.put("names", numbered("<p>Dijo Ana%d Bravo.</p>", characters));
        pages.put("ideographs", "<p>" + fill("星期三三名渔民在港口小镇遇难", characters));
        pages.put("addresses", "<p>" + fill("a.b-c@d.e-", characters));
        pages.put("hashtags", fill("<p>#uno #dos #tres</p>", characters));
        return pages;
    }

    private static String fill(String piece, int characters) {
        return piece.repeat(Math.max(1, characters / piece.length()));
    }

    private static String numbered(String piece, int characters) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < characters; i++) text.append(piece.formatted(i));
        return text.toString();
    }
}
