package org.constancia.app.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;

/// The answer to a form: go and read the page at another address (303), so that reloading does not send it twice.
///
/// @param path on this server, starting with one slash
public record SeeOther(String path) implements View {

    /// The page opens with a notice, the phrase `notice.<code>`.
    public static SeeOther withNotice(String path, String code) {
        int hash = path.indexOf('#');
        String before = hash < 0 ? path : path.substring(0, hash);
        String after = hash < 0 ? "" : path.substring(hash);
        return new SeeOther(before + (before.indexOf('?') < 0 ? "?" : "&") + "notice=" + code + after);
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader("Location", path);
    }
}
