package org.constancia.app.web.page;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.constancia.core.time.PartialDate;
import org.jspecify.annotations.Nullable;

/// The frame of a page, the same for every page of one request.
///
/// @param path of the request with its query, without `lang`; the other language is offered for it
/// @param csrfName name of the form field that proves a form is ours
/// @param csrfValue its value
/// @param waiting proposals in the inbox, shown in the navigation
/// @param fictional the collection is the demonstration, and every page says so
/// @param noticeCode what just happened, a stable code from the address; an unknown one says nothing
/// @param trouble why nothing can be recorded now, said on every working page
/// @param address scheme, host and port, for links that people share
public record Page(
        Words words,
        String path,
        String csrfName,
        String csrfValue,
        int waiting,
        boolean fictional,
        String version,
        LocalDate today,
        ZoneId zone,
        String address,
        Optional<String> noticeCode,
        Optional<Trouble> trouble) {

    /// Shorthand of every template: the phrase of a key.
    public String say(String key, Object... arguments) {
        return words.say(key, arguments);
    }

    public String of(Enum<?> choice) {
        return words.of(choice);
    }

    public String date(@Nullable PartialDate date) {
        return date == null ? words.say("date.unknown") : words.date(date);
    }

    /// What the form that was just sent has done, in words.
    public Optional<String> notice() {
        return noticeCode.flatMap(code -> words.find("notice." + code));
    }

    public Language language() {
        return words.language();
    }

    /// The address of this page in another language.
    public String in(Language language) {
        return path + (path.indexOf('?') < 0 ? "?" : "&") + "lang=" + language.code();
    }

    /// Whether this is a public page, which names no reviewer and leads to no working page.
    public boolean isOpen() {
        return path.startsWith("/public");
    }

    /// The address a page may lead to: on a public page, only a public one.
    public Optional<String> reachable(@Nullable String href) {
        return Optional.ofNullable(href)
                .filter(address -> !isOpen() || address.startsWith("/public") || address.startsWith("#"));
    }

    /// `lang` for a piece of text, when it differs from the page's.
    public Optional<String> foreign(String textLanguage) {
        return textLanguage.isEmpty()
                        || textLanguage.equals("und")
                        || textLanguage.equals(language().code())
                ? Optional.empty()
                : Optional.of(textLanguage);
    }
}
