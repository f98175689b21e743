package org.constancia.app.cli.link;

import java.nio.file.Files;
import java.nio.file.Path;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.linkage.write.StoredModel;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Reads `model.json` of an earlier run.
final class ModelDocument {
    private ModelDocument() {}

    static StoredModel read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new ConstanciaException(Problem.INPUT_NOT_FOUND, "There is no such file to read").with("file", file);
        }
        try {
            return StoredModel.of(JsonMapper.shared().readValue(file.toFile(), Object.class));
        } catch (JacksonException e) {
            throw new ConstanciaException(Problem.BAD_INPUT, "The model is not JSON", e).with("file", file);
        }
    }
}
