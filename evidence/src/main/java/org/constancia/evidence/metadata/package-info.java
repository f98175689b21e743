/// Embedded metadata of photos and video (EXIF, IPTC, XMP, presence of C2PA), read in a child process that has
/// no network and little memory; the original stays untouched. Depends on canonical JSON and on
/// metadata-extractor.
@NullMarked
package org.constancia.evidence.metadata;

import org.jspecify.annotations.NullMarked;
