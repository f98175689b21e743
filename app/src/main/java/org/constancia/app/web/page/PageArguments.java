package org.constancia.app.web.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Gives a handler the [Page] it renders into.
///
/// The language is the one of `?lang=`, which is remembered in a cookie, else the cookie's, else the first that the
/// browser prefers and we speak, else Spanish.
public final class PageArguments implements HandlerMethodArgumentResolver {
    private static final String LANGUAGE_COOKIE = "constancia-language";

    private final Clock clock;
    private final boolean fictional;
    private final String version;
    private final IntSupplier waiting;
    private final Supplier<Optional<Trouble>> trouble;

    public PageArguments(
            Clock clock, boolean fictional, String version, IntSupplier waiting, Supplier<Optional<Trouble>> trouble) {
        this.clock = clock;
        this.fictional = fictional;
        this.version = version;
        this.waiting = waiting;
        this.trouble = trouble;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Page.class);
    }

    @Override
    public Page resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binderFactory) {
        HttpServletRequest request = webRequest.getNativeRequest(HttpServletRequest.class);
        HttpServletResponse response = webRequest.getNativeResponse(HttpServletResponse.class);
        if (request == null || response == null) throw new IllegalStateException("not a servlet request");
        return page(request, response);
    }

    /// The page of a request that no handler took, such as one a filter refused.
    public Page page(HttpServletRequest request, HttpServletResponse response) {
        Optional<Language> asked =
                Optional.ofNullable(request.getParameter("lang")).flatMap(Language::find);
        asked.ifPresent(language -> remember(language, response));
        @Nullable CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        boolean isOpen = request.getRequestURI().startsWith("/public");
        ZoneId zone = clock.getZone();
        return new Page(
                Words.in(asked.or(() -> remembered(request)).orElseGet(() -> preferred(request))),
                path(request),
                token == null ? "_csrf" : token.getParameterName(),
                token == null ? "" : token.getToken(),
                isOpen ? 0 : waiting.getAsInt(),
                fictional,
                version,
                LocalDate.now(clock),
                zone,
                address(request),
                Optional.ofNullable(request.getParameter("notice")),
                isOpen ? Optional.empty() : trouble.get());
    }

    private static void remember(Language language, HttpServletResponse response) {
        response.addHeader(
                "Set-Cookie",
                ResponseCookie.from(LANGUAGE_COOKIE, language.code())
                        .path("/")
                        .httpOnly(true)
                        .sameSite("Strict")
                        .maxAge(Duration.ofDays(365))
                        .build()
                        .toString());
    }

    private static Optional<Language> remembered(HttpServletRequest request) {
        if (request.getCookies() == null) return Optional.empty();
        for (Cookie cookie : request.getCookies()) {
            if (cookie.getName().equals(LANGUAGE_COOKIE)) return Language.find(cookie.getValue());
        }
        return Optional.empty();
    }

    private static Language preferred(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) return Language.SPANISH;
        for (var locales = request.getLocales(); locales.hasMoreElements(); ) {
            Locale locale = locales.nextElement();
            Optional<Language> spoken = Language.find(locale.getLanguage());
            if (spoken.isPresent()) return spoken.get();
        }
        return Language.SPANISH;
    }

    private static String path(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null) return request.getRequestURI();
        String kept = query.replaceAll("(^|&)(lang|notice)=[^&]*", "").replaceFirst("^&", "");
        return kept.isEmpty() ? request.getRequestURI() : request.getRequestURI() + "?" + kept;
    }

    private static String address(HttpServletRequest request) {
        String host = request.getHeader("Host");
        return request.getScheme() + "://" + (host == null ? "localhost" : host);
    }
}
