package org.constancia.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The server answers every page, guards the browser, and says what went wrong to people and to programs.
class PagesTest {
    private static SampleServer server;
    private static HttpClient client;

    @BeforeAll
    static void open() {
        server = SampleServer.start();
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.address() + path)).header("Accept", "text/html");
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/inbox",
                "/inbox?current=c2&mode=EDIT",
                "/inbox?current=c2&mode=SPLIT",
                "/replies",
                "/rules",
                "/rules?kind=FIGURE&language=es",
                "/rules/examples?rule=figure.subset",
                "/sources",
                "/sources/s12",
                "/sources/new",
                "/events",
                "/events/e1",
                "/events/e1/acts",
                "/persons",
                "/persons/p7",
                "/groups/g1",
                "/conflicts",
                "/conflicts/e1/figure.number",
                "/history/e1",
                "/search?q=protestas",
                "/commitments",
                "/map",
                "/log",
                "/log/paper",
                "/help",
                "/about",
                "/public",
                "/public/events/e1",
                "/public/map",
                "/public/about"
            })
    void everyPageAnswersInBothLanguages(String path) throws IOException, InterruptedException {
        for (String language : new String[] {"es", "en"}) {
            HttpResponse<String> answer = get(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .contains("<html lang=\"" + language + "\">")
                    .contains("<h1");
        }
    }

    @Test
    void theProofOfAChangeIsADownloadAndAnUnknownOneIsNot() throws IOException, InterruptedException {
        HttpResponse<String> proof = get("/log/changes/c2/bundle");
        assertThat(proof.statusCode()).isEqualTo(200);
        assertThat(proof.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment")
                .contains("c2.zip");
        assertThat(get("/log/changes/nobody/bundle").statusCode()).isEqualTo(404);
    }

    @Test
    void theHistorySaysWhatVouchesForAChangeAndNeverThatItIsTrue() throws IOException, InterruptedException {
        String page = get("/history/e1?lang=en").body();
        assertThat(page)
                .contains("#10,340</a> logged")
                .contains("time-stamped")
                .contains("witnessed by otra-organizacion.example")
                .contains("waiting")
                .contains("/log/changes/c1/bundle")
                .doesNotContain("/log/changes/c3/")
                .doesNotContain("verified");
    }

    @Test
    void nothingIsLoadedFromElsewhereAndNoPageIsFramed() throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.body())
                .doesNotContain("style=\"")
                .doesNotContain("<style")
                .doesNotContain("onclick");
    }

    @Test
    void aFormWithoutItsTokenIsRefusedAndChangesNothing() throws IOException, InterruptedException {
        server.record().asked.clear();
        HttpResponse<String> answer = client.send(
                request("/inbox/c2/accept").POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("<h1");
        assertThat(server.record().asked).isEmpty();
    }

    @Test
    void aFormWithItsTokenGoesThroughAndLeadsOn() throws IOException, InterruptedException {
        server.record().asked.clear();
        HttpResponse<String> page = get("/inbox");
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
        assertThat(token.find()).isTrue();
        String cookie = page.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        HttpResponse<String> answer = client.send(
                request("/inbox/c2/reject")
                        .header("Cookie", cookie)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("_csrf=" + token.group(1) + "&reason=No&back=//evil.example"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/inbox?notice=rejected");
        assertThat(server.record().asked).containsExactly("reject c2 No");
    }

    @Test
    void aNameThatWasMadeToPointHereIsNotAnswered() throws IOException, InterruptedException {
        try (java.net.Socket socket =
                new java.net.Socket("127.0.0.1", URI.create(server.address()).getPort())) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n".getBytes());
            assertThat(new String(socket.getInputStream().readAllBytes())).startsWith("HTTP/1.1 421");
        }
    }

    @Test
    void aMissingRecordIsAPageForPeopleAndAProblemDocumentForPrograms() throws IOException, InterruptedException {
        HttpResponse<String> page = get("/events/x?lang=en");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("What was kept").contains("What to do");
        HttpResponse<String> document = client.send(
                HttpRequest.newBuilder(URI.create(server.address() + "/events/x"))
                        .header("Accept", "application/problem+json")
                        .build(),
                BodyHandlers.ofString());
        assertThat(document.statusCode()).isEqualTo(404);
        assertThat(document.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(document.body()).contains("\"code\":\"record-not-found\"");
    }

    @Test
    void theLanguageIsRemembered() throws IOException, InterruptedException {
        String cookie = get("/help?lang=en").headers().allValues("Set-Cookie").stream()
                .filter(one -> one.startsWith("constancia-language=en"))
                .findFirst()
                .orElseThrow();
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict");
        HttpResponse<String> again = client.send(
                request("/help").header("Cookie", cookie.split(";", 2)[0]).build(), BodyHandlers.ofString());
        assertThat(again.body()).contains("<html lang=\"en\">");
    }

    @Test
    void theOriginalIsADownloadThatNoBrowserRuns() throws IOException, InterruptedException {
        HttpResponse<String> original = client.send(
                HttpRequest.newBuilder(URI.create(server.address() + "/sources/s12/original"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(original.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(original.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
        assertThat(original.body()).isEqualTo(server.record().getSource("s12").text());
    }

    @Test
    void theDossierOfAnEventIsHandedOutAsAFile() throws IOException, InterruptedException {
        server.record().asked.clear();
        HttpResponse<String> page = get("/events/e1?lang=en");
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
        assertThat(page.body()).contains("action=\"/events/e1/dossier\"");
        assertThat(token.find()).isTrue();
        List<String> cookies = page.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .toList();
        HttpResponse<String> answer = client.send(
                request("/events/e1/dossier")
                        .header("Cookie", String.join("; ", cookies))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("_csrf=" + token.group(1)))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment")
                .contains(".zip");
        assertThat(answer.body()).isEqualTo("PK");
        assertThat(server.record().asked).singleElement().asString().startsWith("dossier e1");
    }

    @Test
    void thePublicPagesCarryNoScriptOutsideTheMap() throws IOException, InterruptedException {
        assertThat(get("/public/events/e1").body()).doesNotContain("<script");
        assertThat(get("/public").body()).doesNotContain("<script").doesNotContain("/inbox");
    }
}
