package org.constancia.evidence.metadata;

import com.drew.lang.GeoLocation;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.Tag;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.mov.QuickTimeDirectory;
import com.drew.metadata.mp4.Mp4Directory;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.constancia.evidence.json.Json;
import org.jspecify.annotations.Nullable;

/// The few facts of embedded metadata that people ask first: when, with what, where.
final class Summary {
    private static final Instant FIRST_PHOTOGRAPH = Instant.parse("1826-01-01T00:00:00Z");
    private static final Instant UNSET_1904 = Instant.parse("1904-01-02T00:00:00Z");
    private static final Pattern EXIF_DATE =
            Pattern.compile("(\\d{4}):(\\d{2}):(\\d{2}) (\\d{2}:\\d{2}:\\d{2})(?:\\.\\d+)?");
    private static final Pattern ISO_6709 = Pattern.compile("([+-]\\d{1,2}\\.\\d+)([+-]\\d{1,3}\\.\\d+).*");

    private Summary() {}

    static Json.Object of(Metadata metadata) {
        Json.Object summary = Json.object();
        Optional<String> taken = taken(metadata);
        if (taken.isPresent()) summary = summary.with("taken", taken.get());
        Optional<String> camera = camera(metadata);
        if (camera.isPresent()) summary = summary.with("camera", camera.get());
        Optional<double[]> position = position(metadata);
        if (position.isPresent()) {
            summary = summary.with("latitude", new Json.Number(position.get()[0]))
                    .with("longitude", new Json.Number(position.get()[1]));
        }
        return summary;
    }

    private static <T extends Directory> Stream<T> all(Metadata metadata, Class<T> type) {
        return metadata.getDirectoriesOfType(type).stream();
    }

    private static Optional<String> taken(Metadata metadata) {
        Optional<String> photo = all(metadata, ExifSubIFDDirectory.class)
                .map(exif -> date(
                        exif.getString(ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL),
                        exif.getString(ExifSubIFDDirectory.TAG_TIME_ZONE_ORIGINAL)))
                .flatMap(Optional::stream)
                .findFirst();
        return photo.or(() -> Stream.concat(
                        all(metadata, Mp4Directory.class).map(mp4 -> mp4.getDate(Mp4Directory.TAG_CREATION_TIME)),
                        all(metadata, QuickTimeDirectory.class)
                                .map(mov -> mov.getDate(QuickTimeDirectory.TAG_CREATION_TIME)))
                .flatMap(Stream::ofNullable)
                .map(Date::toInstant)
                .filter(moment -> moment.isAfter(FIRST_PHOTOGRAPH) && moment.isAfter(UNSET_1904))
                .map(Instant::toString)
                .findFirst());
    }

    private static Optional<String> date(@Nullable String exif, @Nullable String offset) {
        if (exif == null) return Optional.empty();
        Matcher parts = EXIF_DATE.matcher(exif.strip());
        if (!parts.matches()) return Optional.empty();
        String date = "%s-%s-%s %s".formatted(parts.group(1), parts.group(2), parts.group(3), parts.group(4));
        String zone = offset == null ? "" : offset.strip();
        return Optional.of(zone.matches("[+-]\\d{2}:\\d{2}|Z") ? date + " " + zone : date);
    }

    private static Optional<String> camera(Metadata metadata) {
        return all(metadata, ExifIFD0Directory.class)
                .map(exif -> Stream.of(ExifIFD0Directory.TAG_MAKE, ExifIFD0Directory.TAG_MODEL)
                        .map(exif::getString)
                        .flatMap(Stream::ofNullable)
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .reduce(
                                "",
                                (make, model) -> make.isEmpty() || model.startsWith(make) ? model : make + " " + model))
                .filter(text -> !text.isEmpty())
                .map(MetadataProgram::clean)
                .findFirst();
    }

    private static Optional<double[]> position(Metadata metadata) {
        Optional<double[]> gps = all(metadata, GpsDirectory.class)
                .map(GpsDirectory::getGeoLocation)
                .flatMap(Stream::ofNullable)
                .filter(place -> !place.isZero())
                .map(Summary::degrees)
                .findFirst();
        return gps.or(() -> StreamSupport.stream(metadata.getDirectories().spliterator(), false)
                .flatMap(directory -> directory.getTags().stream())
                .filter(tag -> tag.getTagName().contains("6709"))
                .map(Tag::getDescription)
                .flatMap(Stream::ofNullable)
                .map(ISO_6709::matcher)
                .filter(Matcher::matches)
                .map(parts -> new double[] {Double.parseDouble(parts.group(1)), Double.parseDouble(parts.group(2))})
                .findFirst());
    }

    private static double[] degrees(GeoLocation place) {
        return new double[] {place.getLatitude(), place.getLongitude()};
    }
}
