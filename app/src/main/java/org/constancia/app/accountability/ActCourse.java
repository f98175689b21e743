package org.constancia.app.accountability;

import java.time.LocalDate;
import java.util.UUID;
import org.constancia.store.event.ActRows.ActRow;
import org.constancia.store.proceeding.ProceedingRows.ProceedingRow;
import org.jspecify.annotations.Nullable;

/// One act and one accused, with a proceeding or without: the unit in which accountability is counted.
///
/// @param accused the accused person or group; null when nobody is accused, or only a code of the presumed responsible
/// @param accusedName null when nobody is accused
/// @param responsible the code of the presumed responsible
/// @param proceeding null when none is known
/// @param course without moves when no proceeding is known
public record ActCourse(
        ActRow act,
        @Nullable UUID accused,
        @Nullable String accusedName,
        @Nullable String responsible,
        @Nullable ProceedingRow proceeding,
        Course course) {

    /// The same as far as it had come by a day.
    public ActCourse until(LocalDate day) {
        return new ActCourse(act, accused, accusedName, responsible, proceeding, course.until(day));
    }
}
