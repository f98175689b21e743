package org.constancia.text.document;

/// Why a source is preserved but not understood.
public enum Obstacle {
    EMPTY("the file is empty"),
    TOO_LARGE("the file is larger than the limit for reading"),
    EXPANDS_TOO_FAR("the file unpacks to more than the limit for reading"),
    NO_TEXT_LAYER("no text layer: a scan or picture in which no words were recognised"),
    NO_RECOGNITION("no text layer: a scan or picture, and text recognition (OCR) is not installed"),
    NO_TEXT("the file holds no text"),
    UNKNOWN_FORMAT("the format is not one that is read"),
    ENCRYPTED("the file is encrypted"),
    DAMAGED("the file is damaged or not what it says it is"),
    CONTAINER("the file holds other files, which are sources of their own"),
    OUT_OF_BOUNDS("reading took more time or memory than allowed");

    private final String sentence;

    Obstacle(String sentence) {
        this.sentence = sentence;
    }

    /// One English clause for a person to read; web pages translate by name.
    public String sentence() {
        return sentence;
    }
}
