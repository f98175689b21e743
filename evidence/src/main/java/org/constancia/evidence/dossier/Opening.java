package org.constancia.evidence.dossier;

import java.util.Optional;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.json.CanonicalJson;
import org.constancia.evidence.json.Json;
import org.constancia.evidence.json.JsonReader;
import org.constancia.evidence.log.Salt;

/// What opens a commitment: the salt and the payload. Only the openings of chosen records go into a dossier;
/// the other entries stay committed and reveal nothing.
///
/// @param salt of the commitment
/// @param payload what was committed to; its member `sha256`, if any, is the digest of an original
/// @param file where that original is in the bag
public record Opening(Salt salt, Json.Object payload, Optional<BagPath> file) {
    /// Whether it opens this commitment.
    public boolean opens(Sha256 commitment) {
        return salt.commitTo(payload).equals(commitment);
    }

    public byte[] bytes() {
        Json.Object object = Json.object().with("salt", salt.hex()).with("payload", payload);
        return CanonicalJson.bytes(
                file.map(path -> object.with("file", path.value())).orElse(object));
    }

    /// Reads an opening.
    ///
    /// @throws ConstanciaException `BAD_INPUT`
    public static Opening parse(byte[] bytes) {
        Json.Object object = JsonReader.readObject(bytes);
        if (object.find("payload").orElse(new Json.Null()) instanceof Json.Object payload) {
            try {
                return new Opening(
                        Salt.parse(object.findText("salt").orElse("")),
                        payload,
                        object.findText("file").map(BagPath::new));
            } catch (IllegalArgumentException malformed) {
                throw new ConstanciaException(Problem.BAD_INPUT, "This is not an opening", malformed);
            }
        }
        throw new ConstanciaException(Problem.BAD_INPUT, "This is not an opening");
    }
}
