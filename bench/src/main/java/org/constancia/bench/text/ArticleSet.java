package org.constancia.bench.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The pages of an article-extraction set: `html/ID.html.gz` and `ground-truth.json` (`ID: {articleBody, url}`).
record ArticleSet(List<Article> articles) {
    record Article(String id, byte[] html, String body) {}

    static ArticleSet read(Path folder) throws IOException {
        JsonNode truth = new JsonMapper().readTree(Files.readString(folder.resolve("ground-truth.json")));
        List<Article> articles = new ArrayList<>();
        for (String id : new TreeSet<>(truth.propertyNames())) {
            Path file = folder.resolve("html").resolve(id + ".html.gz");
            try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                articles.add(new Article(
                        id,
                        in.readAllBytes(),
                        truth.path(id).path("articleBody").asString()));
            }
        }
        return new ArticleSet(articles);
    }

    static String html(Article article) {
        return new String(article.html(), StandardCharsets.UTF_8);
    }
}
