package org.constancia.app.web.log;

import java.time.LocalDate;
import org.constancia.app.web.page.Page;
import org.constancia.app.web.page.SeeOther;
import org.constancia.app.web.page.Templates;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The transparency log: what anchors each day, and proofs to download.
@Controller
public final class LogController {
    private final Templates templates;
    private final LogDesk desk;

    public LogController(Templates templates, LogDesk desk) {
        this.templates = templates;
        this.desk = desk;
    }

    @GetMapping("/log")
    public View log(Page page, @RequestParam(name = "page", defaultValue = "1") int number) {
        return templates.show("log", page, desk.getLog(Math.max(1, number)));
    }

    @GetMapping("/log/paper")
    public View paper(Page page) {
        return templates.show("log-paper", page, desk.getPaper());
    }

    /// Shown in the page, unlike everything else here.
    @GetMapping("/log/paper.svg")
    public ResponseEntity<byte[]> paperPicture() {
        Download picture = desk.getPaperPicture();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(picture.type()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + picture.name() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(picture.bytes());
    }

    @GetMapping("/log/changes/{change}/proof")
    public ResponseEntity<byte[]> proof(@PathVariable String change) {
        return file(desk.getProof(change));
    }

    @GetMapping("/log/changes/{change}/bundle")
    public ResponseEntity<byte[]> bundle(@PathVariable String change) {
        return file(desk.getBundle(change));
    }

    @GetMapping("/log/changes/{change}/receipt")
    public ResponseEntity<byte[]> receipt(@PathVariable String change) {
        return file(desk.getReceipt(change));
    }

    @GetMapping("/log/checkpoints/{day}")
    public ResponseEntity<byte[]> checkpoint(@PathVariable LocalDate day) {
        return file(desk.getCheckpoint(day));
    }

    @GetMapping("/log/policy")
    public ResponseEntity<byte[]> policy() {
        return file(desk.getPolicy());
    }

    @GetMapping("/log/witness-request")
    public ResponseEntity<byte[]> witnessRequest(@RequestParam(defaultValue = "0") long seen) {
        return file(desk.getWitnessRequest(seen));
    }

    @PostMapping("/log/reading")
    public View startReading() {
        desk.startReading();
        return SeeOther.withNotice("/log", "reading-started");
    }

    private static ResponseEntity<byte[]> file(Download download) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(download.type()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(download.name())
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(download.bytes());
    }
}
