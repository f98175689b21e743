package org.constancia.app.web.page;

/// The small pictures of the interface, drawn in a square of 16. A word always stands beside one.
public enum Icon {
    SEARCH("<circle cx=\"7\" cy=\"7\" r=\"4.5\"/><path d=\"m10.5 10.5 3.5 3.5\"/>"),
    CHECK("<path d=\"m3 8.5 3.5 3.5L13 4.5\"/>"),
    CLOCK("<circle cx=\"8\" cy=\"8\" r=\"6\"/><path d=\"M8 4.5V8l2.5 1.5\"/>"),
    INFO("<circle cx=\"8\" cy=\"8\" r=\"6\"/><path d=\"M8 7.2v4M8 4.8v.2\"/>"),
    UNEQUAL("<path d=\"M3 6h10M3 10h10M11 3 5 13\"/>"),
    WARNING("<path d=\"M8 2.5 14.5 13.5h-13z\"/><path d=\"M8 6.5v3.2M8 11.6v.2\"/>"),
    PEOPLE("<circle cx=\"5.5\" cy=\"5\" r=\"2.2\"/><circle cx=\"11\" cy=\"6\" r=\"1.7\"/>"
            + "<path d=\"M1.5 13.5c0-2.5 1.7-4 4-4s4 1.5 4 4M11 9.7c2 0 3.5 1.3 3.5 3.3\"/>"),
    LOCK("<rect x=\"3\" y=\"7\" width=\"10\" height=\"7\"/><path d=\"M5 7V5a3 3 0 0 1 6 0v2\"/>"),
    FILE("<path d=\"M4 1.5h5.5L13 5v9.5H4zM9.5 1.5V5H13\"/>"),
    DOWNLOAD("<path d=\"M8 2v8M4.5 7 8 10.5 11.5 7M3 13.5h10\"/>"),
    NEXT("<path d=\"M6 3.5 10.5 8 6 12.5\"/>"),
    MESSAGE("<path d=\"M2 3h12v8H7l-3 3v-3H2z\"/>"),
    SEAL("<circle cx=\"8\" cy=\"6.5\" r=\"4.5\"/><path d=\"m5.5 10.3-1 4.2L8 13l3.5 1.5-1-4.2\"/>"),
    LINK("<path d=\"M6.5 9.5 9.5 6.5M5 8 3.3 9.7a2.1 2.1 0 0 0 3 3L8 11M11 8l1.7-1.7a2.1 2.1 0 0 0-3-3L8 5\"/>"),
    OPEN_EYE(
            "<path d=\"M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8z\"/><circle cx=\"8\" cy=\"8\" r=\"2\"/>");

    private final String shape;

    Icon(String shape) {
        this.shape = shape;
    }

    /// SVG elements, constant and therefore safe to write unescaped.
    public String shape() {
        return shape;
    }
}
