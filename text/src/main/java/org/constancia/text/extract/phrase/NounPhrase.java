package org.constancia.text.extract.phrase;

/// Words `[first, last)` that name something.
///
/// @param core first word after articles, possessives and numbers
/// @param head the noun: the first of the core in Spanish, the last in English
public record NounPhrase(int first, int core, int head, int last) {
    public boolean holds(int word) {
        return first <= word && word < last;
    }
}
