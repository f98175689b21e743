package org.constancia.app.web.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.View;

/// Writes a template out. A page is rendered whole before its first byte leaves, so that a failure inside a template
/// becomes an error page and not half a page.
///
/// A handler returns the [View] itself, so that no view resolver has to find it by name.
public final class Templates {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    /// @param template name without `.jte`, such as `event`
    /// @param shown what the template shows, its parameter `shown`
    public View show(String template, Page page, Object shown) {
        return view(template, Map.of("page", page, "shown", shown));
    }

    public View show(String template, Page page) {
        return view(template, Map.of("page", page));
    }

    /// The finished text of a page.
    public String render(String template, Map<String, Object> parameters) {
        StringOutput output = new StringOutput(16_384);
        engine.render(template + ".jte", parameters, output);
        return output.toString();
    }

    /// Rendered here and not when the view is asked to, since only a failure inside the handler finds its error page.
    private View view(String template, Map<String, Object> parameters) {
        byte[] page = render(template, parameters).getBytes(StandardCharsets.UTF_8);
        return (_, _, response) -> {
            response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
            response.setContentLength(page.length);
            response.getOutputStream().write(page);
        };
    }
}
