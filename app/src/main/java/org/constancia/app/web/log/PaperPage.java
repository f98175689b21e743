package org.constancia.app.web.log;

import java.util.List;

/// A checkpoint to print: three lines, and the address of the picture with the code.
public record PaperPage(List<String> lines, String code) {
    public PaperPage {
        lines = List.copyOf(lines);
    }
}
