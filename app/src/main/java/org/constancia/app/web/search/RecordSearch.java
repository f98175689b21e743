package org.constancia.app.web.search;

import java.util.List;
import org.constancia.app.web.page.Duplicate;
import org.jspecify.annotations.Nullable;

/// Finds records by words (Spanish and English, without accents) and by similar names.
public interface RecordSearch {
    SearchPage search(String query, SearchPage.@Nullable Kind kind);

    /// The likeliest few, while typing.
    List<Pick> pick(String query, SearchPage.Kind kind);

    /// Records that may already be the one about to be created.
    List<Duplicate> listDuplicates(SearchPage.Kind kind, String name, String date, String place);
}
