package org.constancia.evidence.verifier;

/**
 * The first class of {@code constancia-verify.jar}, compiled for Java 8: on a Java that is too old for the verifier it
 * says so and ends with 2, "cannot tell". Without it Java itself would end with 1, which is the verifier's "invalid".
 */
public final class AnyJava {
    private static final int CANNOT_TELL = 2;

    private AnyJava() {}

    public static void main(String[] arguments) throws Exception {
        try {
            Class.forName("org.constancia.evidence.verifier.VerifierProgram")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
        } catch (UnsupportedClassVersionError tooOld) {
            System.out.println("CANNOT TELL java " + System.getProperty("java.version")
                    + ": the verifier needs Java 25 or later; VERIFY.md shows how to check with other programs");
            System.exit(CANNOT_TELL);
        }
    }
}
