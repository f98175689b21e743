package org.constancia.app.web.home;

import org.constancia.app.web.page.Page;
import org.constancia.app.web.page.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// The first page, and the pages that explain.
@Controller
public final class HomeController {
    private final Templates templates;
    private final Today today;

    public HomeController(Templates templates, Today today) {
        this.templates = templates;
        this.today = today;
    }

    @GetMapping("/")
    public View home(Page page) {
        return templates.show("home", page, today.today());
    }

    @GetMapping("/help")
    public View help(Page page) {
        return templates.show("help", page);
    }

    @GetMapping("/about")
    public View about(Page page) {
        return templates.show("about", page);
    }
}
