package org.constancia.app.web.search;

import java.util.List;
import org.constancia.app.web.page.Page;
import org.constancia.app.web.page.Templates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;

/// Search, and the lists that pickers show while one types.
@Controller
public final class SearchController {
    private final Templates templates;
    private final RecordSearch search;

    public SearchController(Templates templates, RecordSearch search) {
        this.templates = templates;
        this.search = search;
    }

    @GetMapping("/search")
    public View search(
            Page page,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String kind) {
        SearchPage.@Nullable Kind narrowed = kind(kind);
        SearchPage found =
                q.isBlank() ? new SearchPage("", narrowed, List.of(), 0) : search.search(q.strip(), narrowed);
        return templates.show("search", page, found);
    }

    @GetMapping("/search/pick")
    @ResponseBody
    public List<Pick> pick(@RequestParam(defaultValue = "") String q, @RequestParam String kind) {
        SearchPage.@Nullable Kind narrowed = kind(kind);
        return q.isBlank() || narrowed == null ? List.of() : search.pick(q.strip(), narrowed);
    }

    private static SearchPage.@Nullable Kind kind(@Nullable String code) {
        for (SearchPage.Kind kind : SearchPage.Kind.values()) {
            if (kind.name().equalsIgnoreCase(code)) return kind;
        }
        return null;
    }
}
