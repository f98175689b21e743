package org.constancia.text.page;

/// Prints the measurements on the corpus of pages: `PageReport [-v]` the development half, with `-v` every miss;
/// `PageReport held-out` the totals of the half nobody looks into.
public final class PageReport {
    private PageReport() {}

    public static void main(String[] arguments) {
        boolean heldOut = arguments.length > 0 && arguments[0].equals("held-out");
        boolean verbose = arguments.length > 0 && arguments[0].equals("-v");
        System.out.println(PageScore.of(GoldPage.list(heldOut), verbose ? System.out::println : _ -> {}));
    }
}
