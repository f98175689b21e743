package org.constancia.evidence.unpack;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.stream.RecursionMode;
import org.apache.james.mime4j.util.MimeParameterMapping;
import org.constancia.evidence.json.Json;
import org.jspecify.annotations.Nullable;

/// Takes an e-mail message apart (RFC 5322, MIME): every text of it and every attachment is a part, decoded. A message
/// inside a message is one part.
final class MessageParts {
    private static final int DEEPEST = 50;
    private static final MimeConfig CONFIG = MimeConfig.custom()
            .setMaxHeaderCount(5_000)
            .setMaxHeaderLen(200_000)
            .setMaxLineLen(-1)
            .build();

    private final PartFiles files;
    private @Nullable String subject;
    private @Nullable String sender;
    private @Nullable String name;
    private int number;

    MessageParts(PartFiles files) {
        this.files = files;
    }

    void read(Path message) throws IOException {
        MimeTokenStream stream = new MimeTokenStream(CONFIG);
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(message))) {
            stream.parse(in);
            walk(stream);
        } catch (PartFiles.Full full) {
            files.remark(String.valueOf(full.getMessage()));
        } catch (MimeException | IOException malformed) {
            files.remark("The message cannot be read to its end: " + malformed.getMessage());
        }
    }

    private void walk(MimeTokenStream stream) throws IOException, MimeException {
        int depth = 0;
        for (EntityState state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
            switch (state) {
                case T_START_HEADER -> name = null;
                case T_FIELD -> field(stream.getField(), depth);
                case T_START_MULTIPART -> {
                    if (++depth > DEEPEST) {
                        files.remark("Parts are nested more than " + DEEPEST + " deep; the rest was not taken out");
                        return;
                    }
                }
                case T_END_MULTIPART -> depth--;
                case T_BODY -> body(stream);
                default -> {}
            }
        }
    }

    private void field(Field field, int depth) {
        String key = field.getName().toLowerCase(Locale.ROOT);
        if (depth == 0 && key.equals("subject")) subject = decoded(field.getBody());
        if (depth == 0 && key.equals("from")) sender = decoded(field.getBody());
        if (key.equals("content-disposition")) {
            String stated = parameter(field, "filename");
            if (stated != null) name = stated;
        }
        if (key.equals("content-type") && name == null) name = parameter(field, "name");
    }

    private static @Nullable String parameter(Field field, String wanted) {
        MimeParameterMapping parameters = new MimeParameterMapping();
        RawField raw = new RawField(field.getName(), field.getBody());
        for (NameValuePair pair : RawFieldParser.DEFAULT.parseRawBody(raw).getParams()) {
            if (pair.getName() != null && pair.getValue() != null) {
                parameters.addParameter(pair.getName().toLowerCase(Locale.ROOT), pair.getValue());
            }
        }
        String value = parameters.get(wanted);
        return value == null ? null : decoded(value);
    }

    private static String decoded(String text) {
        return PartFiles.text(
                DecoderUtil.decodeEncodedWords(text, StandardCharsets.UTF_8).strip());
    }

    private void body(MimeTokenStream stream) throws IOException {
        BodyDescriptor stated = stream.getBodyDescriptor();
        String charset = stated.getCharset();
        String mediaType = stated.getMimeType() + (charset == null ? "" : "; charset=" + charset);
        String place = String.valueOf(++number);
        try {
            String file = files.write(stream.getDecodedInputStream(), -1);
            Json.Object part = Json.object().with("file", file).with("mediaType", PartFiles.text(mediaType));
            files.add(place, name == null ? part : part.with("name", name));
        } catch (PartFiles.Full full) {
            throw full;
        } catch (IOException | RuntimeException notReadable) {
            files.remark("Part " + place + ": " + notReadable.getMessage());
        }
    }

    Json.Object with(Json.Object answer) {
        Json.Object whole = subject == null ? answer : answer.with("title", subject);
        return sender == null ? whole : whole.with("author", sender);
    }
}
