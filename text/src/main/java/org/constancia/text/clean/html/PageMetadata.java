package org.constancia.text.clean.html;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.constancia.text.clean.StatedDay;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a page states about itself outside its running text: JSON-LD (schema.org Article), Open Graph and other meta
/// elements, `time` elements, the `lang` attribute.
///
/// Everything here is the site's claim. Broken metadata is left aside: the page can be read without it.
record PageMetadata(
        @Nullable String title,
        @Nullable String author,
        @Nullable LocalDate published,
        @Nullable String language,
        @Nullable String articleBody) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .build();
    private static final int LARGEST_SCRIPT = 2_000_000;
    private static final int DEEPEST = 8;

    static PageMetadata of(Document document) {
        List<JsonNode> articles = articles(document);
        return new PageMetadata(
                title(document, articles),
                author(document, articles),
                published(document, articles),
                language(document),
                articleBody(articles));
    }

    private static List<JsonNode> articles(Document document) {
        List<JsonNode> articles = new ArrayList<>();
        for (Element script : document.select("script[type*=ld+json]")) {
            String data = script.data();
            if (data.length() > LARGEST_SCRIPT) continue;
            try {
                collect(JSON.readTree(data.strip()), articles, 0);
            } catch (JacksonException broken) {
                continue;
            }
        }
        return articles;
    }

    private static void collect(JsonNode node, List<JsonNode> articles, int depth) {
        if (depth > DEEPEST) return;
        if (node.isArray()) {
            for (JsonNode item : node) collect(item, articles, depth + 1);
        } else if (node.isObject()) {
            if (isArticle(node.path("@type"))) articles.add(node);
            collect(node.path("@graph"), articles, depth + 1);
            collect(node.path("mainEntity"), articles, depth + 1);
        }
    }

    private static boolean isArticle(JsonNode type) {
        if (type.isArray()) {
            for (JsonNode item : type) if (isArticle(item)) return true;
            return false;
        }
        String name = type.asString("");
        return name.endsWith("Article") || name.endsWith("Posting") || name.equals("Report") || name.equals("Recipe");
    }

    private static @Nullable String title(Document document, List<JsonNode> articles) {
        for (JsonNode article : articles) {
            String headline = words(article.path("headline"));
            if (headline != null) return headline;
        }
        String property = meta(document, "og:title", "twitter:title", "dc.title");
        if (property != null) return withoutSite(property, meta(document, "og:site_name"));
        Element heading = document.selectFirst("h1");
        if (heading != null && heading.hasText()) return heading.text();
        return document.title().isBlank() ? null : withoutSite(document.title(), meta(document, "og:site_name"));
    }

    /// "Headline | The Paper" is the headline when the site says it is called "The Paper".
    private static String withoutSite(String title, @Nullable String site) {
        String content = title.strip();
        if (site == null
                || !content.toLowerCase(Locale.ROOT).endsWith(site.strip().toLowerCase(Locale.ROOT))) return content;
        String rest =
                content.substring(0, content.length() - site.strip().length()).strip();
        return rest.length() > 10 && "|-–—·:».".indexOf(rest.charAt(rest.length() - 1)) >= 0
                ? rest.substring(0, rest.length() - 1).strip()
                : content;
    }

    private static @Nullable String author(Document document, List<JsonNode> articles) {
        for (JsonNode article : articles) {
            List<String> names = new ArrayList<>();
            addNames(article.path("author"), names);
            if (!names.isEmpty()) return String.join(", ", names);
        }
        String name =
                meta(document, "author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author");
        if (name != null && !name.startsWith("http")) return name;
        Element marked = document.selectFirst("[itemprop=author] [itemprop=name], [itemprop=author], [rel=author]");
        if (marked == null) return null;
        String content = marked.hasAttr("content") ? marked.attr("content") : marked.text();
        return content.isBlank() || content.length() > 120 || content.startsWith("http") ? null : content.strip();
    }

    private static void addNames(JsonNode author, List<String> names) {
        if (author.isArray()) {
            for (JsonNode item : author) addNames(item, names);
        } else {
            String name = words(author.isObject() ? author.path("name") : author);
            if (name != null && !names.contains(name) && !name.startsWith("http")) names.add(name);
        }
    }

    private static @Nullable LocalDate published(Document document, List<JsonNode> articles) {
        for (JsonNode article : articles) {
            Optional<LocalDate> day = day(words(article.path("datePublished")));
            if (day.isPresent()) return day.get();
        }
        Optional<LocalDate> stated = day(meta(
                document,
                "article:published_time",
                "og:article:published_time",
                "datePublished",
                "date",
                "pubdate",
                "publishdate",
                "publish-date",
                "dc.date",
                "dc.date.issued",
                "dcterms.created",
                "sailthru.date",
                "parsely-pub-date",
                "article.published",
                "cxenseparse:recs:publishtime",
                "og:published_time",
                "published_time"));
        if (stated.isPresent()) return stated.get();
        Element time =
                document.selectFirst("[itemprop=datePublished], time[pubdate], article time[datetime], time[datetime]");
        if (time == null) return null;
        String value = time.hasAttr("datetime")
                ? time.attr("datetime")
                : time.hasAttr("content") ? time.attr("content") : time.text();
        return day(value).orElse(null);
    }

    private static Optional<LocalDate> day(@Nullable String value) {
        return value == null ? Optional.empty() : StatedDay.find(value);
    }

    private static @Nullable String language(Document document) {
        Element root = document.selectFirst("html");
        String stated = root == null ? "" : root.attr("lang");
        if (stated.isBlank())
            stated =
                    Optional.ofNullable(meta(document, "og:locale", "language")).orElse("");
        String code = stated.strip().toLowerCase(Locale.ROOT).split("[-_]")[0];
        return code.matches("[a-z]{2}") ? code : null;
    }

    private static @Nullable String articleBody(List<JsonNode> articles) {
        String longest = null;
        for (JsonNode article : articles) {
            String body = article.path("articleBody").asString("");
            if (body.length() > 200 && (longest == null || body.length() > longest.length())) longest = body;
        }
        return longest;
    }

    private static @Nullable String words(JsonNode node) {
        String value = node.isString() ? node.asString().strip() : "";
        return value.isEmpty() ? null : org.jsoup.parser.Parser.unescapeEntities(value, false);
    }

    /// The content of the first meta element with one of the names.
    private static @Nullable String meta(Document document, String... names) {
        for (String name : names) {
            for (String attribute : List.of("property", "name", "itemprop")) {
                Element element = document.head().selectFirst("meta[" + attribute + "=" + name + "]");
                if (element != null && !element.attr("content").isBlank())
                    return element.attr("content").strip();
            }
        }
        return null;
    }
}
