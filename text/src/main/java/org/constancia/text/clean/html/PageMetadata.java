package org.constancia.text.clean.html;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
        List<String> titles,
        SiteName site,
        @Nullable String author,
        @Nullable LocalDate published,
        @Nullable LocalDate changed,
        @Nullable String language,
        @Nullable String articleBody) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .build();
    private static final Pattern PUBLICATION =
            Pattern.compile("publi[cs]|pubdate|issued|created|fecha|^date$|[.:_-]date$|^date[.:_-]");
    private static final Pattern CHANGE = Pattern.compile("modif|updat|expir|event|actuali|valid|copyright");
    private static final int LARGEST_SCRIPT = 2_000_000;
    private static final int DEEPEST = 8;

    static PageMetadata of(Document document) {
        List<JsonNode> articles = articles(document);
        MetaElements meta = MetaElements.of(document);
        return new PageMetadata(
                titles(document, meta, articles),
                SiteName.of(document, siteNames(meta, articles)),
                author(document, meta, articles),
                published(document, meta, articles),
                changed(meta, articles),
                language(document, meta),
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

    /// What the page states as its title, the most careful statement first.
    private static List<String> titles(Document document, MetaElements meta, List<JsonNode> articles) {
        Set<String> titles = new LinkedHashSet<>();
        for (JsonNode article : articles) {
            String headline = words(article.path("headline"));
            if (headline != null) titles.add(headline);
        }
        for (String name : List.of("og:title", "twitter:title", "dc.title", "dcterms.title", "sailthru.title")) {
            String title = meta.find(name);
            if (title != null) titles.add(title);
        }
        if (!document.title().isBlank()) titles.add(document.title());
        return List.copyOf(titles);
    }

    private static List<String> siteNames(MetaElements meta, List<JsonNode> articles) {
        List<String> names = new ArrayList<>();
        for (String name : List.of("og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher")) {
            String stated = meta.find(name);
            if (stated != null) names.add(stated);
        }
        for (JsonNode article : articles) {
            String publisher = words(article.path("publisher").path("name"));
            if (publisher != null) names.add(publisher);
        }
        return names;
    }

    private static @Nullable String author(Document document, MetaElements meta, List<JsonNode> articles) {
        for (JsonNode article : articles) {
            List<String> names = new ArrayList<>();
            addNames(article.path("author"), names);
            if (!names.isEmpty()) return String.join(", ", names);
        }
        String name = meta.find("author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author");
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

    private static @Nullable LocalDate published(Document document, MetaElements meta, List<JsonNode> articles) {
        for (JsonNode article : articles) {
            Optional<LocalDate> day = day(words(article.path("datePublished")));
            if (day.isPresent()) return day.get();
        }
        Optional<LocalDate> stated = day(meta.find(
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
        return stated.or(() -> otherwiseNamed(document)).orElse(null);
    }

    /// The day of a meta element whose name speaks of publication, however the site spells it.
    private static Optional<LocalDate> otherwiseNamed(Document document) {
        for (Element element : document.select("meta[content]")) {
            String name = (element.attr("name") + element.attr("property") + element.attr("itemprop"))
                    .toLowerCase(Locale.ROOT);
            if (!PUBLICATION.matcher(name).find() || CHANGE.matcher(name).find()) continue;
            Optional<LocalDate> day = day(element.attr("content"));
            if (day.isPresent()) return day;
        }
        return Optional.empty();
    }

    /// The day of the last change, which is often the day of publication and never long before it; null when not
    /// stated.
    private static @Nullable LocalDate changed(MetaElements meta, List<JsonNode> articles) {
        for (JsonNode article : articles) {
            Optional<LocalDate> day = day(words(article.path("dateModified")));
            if (day.isPresent()) return day.get();
        }
        return day(meta.find(
                        "article:modified_time",
                        "dcterms.modified",
                        "dc.date.modified",
                        "dateModified",
                        "og:updated_time"))
                .orElse(null);
    }

    private static Optional<LocalDate> day(@Nullable String value) {
        return value == null ? Optional.empty() : StatedDay.find(value);
    }

    private static @Nullable String language(Document document, MetaElements meta) {
        Element root = document.selectFirst("html");
        String stated = root == null ? "" : root.attr("lang");
        if (stated.isBlank())
            stated = Optional.ofNullable(meta.find("og:locale", "language")).orElse("");
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
}
