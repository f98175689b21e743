package org.constancia.app.dossier.print;

/// The faces of the page: the sans for what we say, the serif for what sources say, the fixed one for digests. DejaVu,
/// by the file names of the artefact that brings it.
enum Face {
    SANS("DejaVuSansCondensed"),
    BOLD("DejaVuSansCondensed-Bold"),
    SERIF("DejaVuSerifCondensed"),
    ITALIC("DejaVuSerifCondensed-Italic"),
    FIXED("DejaVuSansMono");

    private final String file;

    Face(String file) {
        this.file = file;
    }

    String resource() {
        return "/net/sf/jasperreports/fonts/dejavu/" + file + ".ttf";
    }
}
