package org.constancia.evidence.dossier;

import java.util.Arrays;
import java.util.Optional;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.digest.Sha512;
import org.constancia.evidence.json.CanonicalJson;
import org.constancia.evidence.json.Json;
import org.constancia.evidence.json.JsonReader;
import org.constancia.evidence.log.Salt;

/// What opens a commitment: the salt and the payload. Only the openings of chosen records go into a dossier;
/// the other entries stay committed and reveal nothing.
///
/// @param salt of the commitment
/// @param payload what was committed to; its member `sha256` or `textSha256`, if any, is the digest of the file
/// @param file where that original or working copy is in the bag, below `data/`
public record Opening(Salt salt, Json.Object payload, Optional<BagPath> file) {
    /// Whether it opens this commitment.
    public boolean opens(Sha256 commitment) {
        return salt.commitTo(payload).equals(commitment);
    }

    /// Whether the payload commits to a file with this digest, an original or the text read from one.
    public boolean isAbout(Sha256 digest) {
        return payload.findText("sha256")
                .or(() -> payload.findText("textSha256"))
                .equals(Optional.of(digest.hex()));
    }

    /// Whether the payload is the export of the bag whose `manifest-sha512.txt` has this digest.
    public boolean isExportOf(Sha512 manifest) {
        return payload.findText("kind").equals(Optional.of(Dossier.EXPORTED))
                && payload.findText(Dossier.MANIFEST).equals(Optional.of(manifest.hex()));
    }

    /// The bytes of the file: canonical JSON, in which the payload stands as it was committed to.
    public byte[] bytes() {
        Json.Object object = Json.object().with("salt", salt.hex()).with("payload", payload);
        return CanonicalJson.bytes(
                file.map(path -> object.with("file", path.value())).orElse(object));
    }

    /// Reads an opening; bytes that [#bytes] would not have written are refused.
    ///
    /// @throws ConstanciaException `BAD_INPUT`
    public static Opening parse(byte[] bytes) {
        Json.Object object = JsonReader.readObject(bytes);
        if (object.find("payload").orElse(new Json.Null()) instanceof Json.Object payload) {
            try {
                Opening opening = new Opening(
                        Salt.parse(object.findText("salt").orElse("")),
                        payload,
                        object.findText("file").map(BagPath::new));
                if (Arrays.equals(opening.bytes(), bytes)) {
                    return opening;
                }
            } catch (IllegalArgumentException malformed) {
                throw new ConstanciaException(Problem.BAD_INPUT, "This is not an opening", malformed);
            }
        }
        throw new ConstanciaException(Problem.BAD_INPUT, "This is not an opening in its canonical spelling");
    }
}
