package org.constancia.text.extract;

/// Which extractor in which version proposed something; kept with every candidate that is stored.
public record ExtractorId(String name, String version) {}
