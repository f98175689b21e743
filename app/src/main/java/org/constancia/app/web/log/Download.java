package org.constancia.app.web.log;

/// A file to keep. It is compared by identity.
///
/// @param type a media type
@SuppressWarnings("ArrayRecordComponent")
public record Download(String name, String type, byte[] bytes) {}
