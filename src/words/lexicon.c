// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/lexicon.h"

#include <assert.h>
#include <glib.h>
#include <string.h>

#include "base/arena.h"
#include "words/compound.h"
#include "words/normal.h"
#include "words/script.h"
#include "words/stem.h"

enum { REMEMBERED = 50000, MEANINGS = 24 };

// How far to trust a meaning by the way it was found.
static const float trust_stem = 1.0F, trust_particle = 0.95F, trust_hyphen = 0.8F,
                   trust_english = 0.8F, trust_near = 0.85F, trust_parts = 0.8F, trust_part = 0.65F,
                   trust_left = 0.95F, trust_head = 0.6F;

struct lexicon {
    const struct vocabulary *vocabulary;
    struct stems *stems;
    const struct format_language *english;
    GHashTable *known; // "lang:word" as written: struct lexeme
    struct arena *arena;
    GString *key, *normal, *scratch;
};

struct lexicon *lexicon_new(const struct vocabulary *vocabulary)
{
    struct lexicon *lexicon = g_new0(struct lexicon, 1);
    lexicon->vocabulary = vocabulary;
    lexicon->stems = stems_new();
    lexicon->english = vocabulary_language(vocabulary, "en");
    lexicon->known = g_hash_table_new(g_str_hash, g_str_equal);
    lexicon->arena = arena_new();
    lexicon->key = g_string_new(NULL);
    lexicon->normal = g_string_new(NULL);
    lexicon->scratch = g_string_new(NULL);
    return lexicon;
}

void lexicon_free(struct lexicon *lexicon)
{
    if (lexicon == NULL)
        return;
    stems_free(lexicon->stems);
    g_hash_table_destroy(lexicon->known);
    arena_free(lexicon->arena);
    g_string_free(lexicon->key, TRUE);
    g_string_free(lexicon->normal, TRUE);
    g_string_free(lexicon->scratch, TRUE);
    g_free(lexicon);
}

void lexicon_tidy(struct lexicon *lexicon)
{
    if (g_hash_table_size(lexicon->known) < REMEMBERED)
        return;
    g_hash_table_remove_all(lexicon->known);
    arena_reset(lexicon->arena);
}

const struct format_language *lexicon_language(const struct lexicon *lexicon, const char *code)
{
    return vocabulary_language(lexicon->vocabulary, code);
}

struct postings lexicon_term(const struct lexicon *lexicon, const struct format_language *language,
                             const char *stems, size_t length)
{
    return vocabulary_find(lexicon->vocabulary, &language->terms, stems, length);
}

unsigned lexicon_mark(const struct lexicon *lexicon, const struct format_language *language,
                      const char *words, size_t length)
{
    return vocabulary_mark(lexicon->vocabulary, language, words, length);
}

size_t lexicon_stem(struct lexicon *lexicon, const struct format_language *language,
                    const char *normal, size_t length, char *out, size_t room)
{
    g_string_truncate(lexicon->scratch, 0);
    stem_append(lexicon->stems, lexicon->scratch, normal, length, language->code);
    if (lexicon->scratch->len >= room)
        return 0;
    memcpy(out, lexicon->scratch->str, lexicon->scratch->len + 1);
    return lexicon->scratch->len;
}

struct found {
    struct meaning meanings[MEANINGS];
    size_t n;
    bool own;
};

static void found_add(struct found *found, struct postings postings, float trust, unsigned flags)
{
    for (size_t i = 0; i < postings.n; i++) {
        const struct format_posting *posting = &postings.items[i];
        if ((posting->flags & flags) != flags)
            continue;
        found->own |= posting->flags & POSTING_OWN;
        float weight = trust * (float)posting->weight / 100.0F;
        size_t k = 0;
        while (k < found->n && found->meanings[k].concept != posting->concept)
            k++;
        if (k == found->n) {
            if (found->n == MEANINGS)
                continue;
            found->meanings[found->n++] = (struct meaning){
                (uint16_t)posting->concept, weight, posting->flags & (POSTING_NOUN | POSTING_VERB)};
        } else if (found->meanings[k].weight < weight) {
            found->meanings[k].weight = weight;
        }
    }
}

static struct postings find_stem(struct lexicon *lexicon, const struct format_language *language,
                                 const char *normal, size_t length)
{
    char stem[256];
    size_t n = lexicon_stem(lexicon, language, normal, length, stem, sizeof stem);
    return lexicon_term(lexicon, language, stem, n);
}

static void find_exact(struct lexicon *lexicon, const struct format_language *language,
                       const char *normal, size_t length, float trust, struct found *found)
{
    char key[256];
    if (length + 2 > sizeof key)
        return;
    key[0] = '=';
    memcpy(key + 1, normal, length);
    found_add(found, lexicon_term(lexicon, language, key, length + 1), trust, 0);
}

// "ae", "oe", "ue" typed for the umlauts.
static bool find_umlaut(struct lexicon *lexicon, const struct format_language *language,
                        const char *normal, size_t length, struct found *found)
{
    char form[256];
    size_t n = 0;
    bool changed = false;
    for (size_t i = 0; i < length && n + 3 < sizeof form; i++) {
        bool umlaut = i + 1 < length && normal[i + 1] == 'e' &&
                      (normal[i] == 'a' || normal[i] == 'o' || normal[i] == 'u');
        if (!umlaut) {
            form[n++] = normal[i];
            continue;
        }
        const char *letter = normal[i] == 'a' ? "ä" : normal[i] == 'o' ? "ö" : "ü";
        memcpy(form + n, letter, 2);
        n += 2;
        i++;
        changed = true;
    }
    if (changed)
        found_add(found, find_stem(lexicon, language, form, n), trust_particle, POSTING_OWN);
    return found->own;
}

static bool find_compound(struct lexicon *lexicon, const struct format_language *language,
                          const char *normal, size_t length, float trust, struct found *found)
{
    struct compound compound;
    if (!compound_split(lexicon, language, normal, length, &compound))
        return false;
    trust *= compound.whole ? trust_parts : trust_part;
    // The last part says what kind of thing it is: a Wohnzimmerkonzert is a concert. Unless it says
    // next to nothing: a Rasenfläche is a lawn.
    for (size_t i = 0; i < compound.n; i++) {
        bool last = i + 1 == compound.n;
        float share = compound.head_less ? (last ? trust_head : 1) : last ? 1 : trust_left;
        found_add(found, compound.parts[i], trust * share, POSTING_PART);
    }
    return true;
}

// Parts of a word written with hyphens, when the whole is unknown.
static void find_hyphen_parts(struct lexicon *lexicon, const struct format_language *language,
                              const char *word, size_t length, struct found *found)
{
    const char *end = word + length;
    GString *normal = g_string_new(NULL);
    for (const char *part = word; part < end;) {
        const char *stop = part;
        while (stop < end && !script_is_hyphen(g_utf8_get_char(stop)))
            stop = g_utf8_next_char(stop);
        if (stop > part && (size_t)(stop - part) < length) {
            g_string_truncate(normal, 0);
            normal_append(normal, part, (size_t)(stop - part), language->code);
            struct postings whole = find_stem(lexicon, language, normal->str, normal->len);
            // The last part says what kind of thing it is.
            float trust = stop == end ? trust_hyphen : trust_hyphen * trust_left;
            find_exact(lexicon, language, normal->str, normal->len, trust, found);
            if (whole.n > 0)
                found_add(found, whole, trust, 0);
            else
                find_compound(lexicon, language, normal->str, normal->len, trust, found);
        }
        part = stop < end ? g_utf8_next_char(stop) : end;
    }
    g_string_free(normal, TRUE);
}

// Written as no noun is.
static bool is_small_german(const struct format_language *language, const char *word)
{
    return strcmp(language->code, "de") == 0 && g_unichar_islower(g_utf8_get_char(word));
}

static void find_near(struct lexicon *lexicon, const struct format_language *language,
                      const char *word, const struct lexeme *lexeme, struct found *found)
{
    struct postings postings;
    // German verbs differ by a letter too often: "aufstellen", "ausstellen".
    bool changed = !is_small_german(language, word);
    if (vocabulary_near(lexicon->vocabulary, language, lexeme->stem, lexeme->stem_length, changed,
                        &postings))
        found_add(found, postings, trust_near, POSTING_OWN);
}

// Everything that the word may mean, from the surest way to find it to the least sure.
static void find_meanings(struct lexicon *lexicon, const struct format_language *language,
                          const char *word, size_t length, struct lexeme *lexeme,
                          struct found *found)
{
    const char *normal = lexeme->normal;
    size_t n = lexeme->normal_length;
    find_exact(lexicon, language, normal, n, trust_stem, found);
    lexeme->known = found->own;
    // What a stop word resembles means nothing: Italian "per" is no pear, "andere" no change.
    if (found->own || (lexeme->marks & MARK_STOP))
        return;
    found_add(found, lexicon_term(lexicon, language, lexeme->stem, lexeme->stem_length), trust_stem,
              0);
    lexeme->known = found->own;
    if (found->own || (lexeme->marks & (MARK_STOP | MARK_WORD)))
        return;
    size_t clitic = found->n == 0 ? stem_clitic(normal, n, language->code) : 0;
    if (clitic > 0) {
        found_add(found, find_stem(lexicon, language, normal + clitic, n - clitic), trust_particle,
                  0);
        lexeme->known = found->own;
        if (found->n > 0)
            return;
    }
    if (strcmp(language->code, "de") == 0 && find_umlaut(lexicon, language, normal, n, found))
        return;
    find_hyphen_parts(lexicon, language, word, length, found);
    if (found->own)
        return;
    // A loan ("Coworking"); short ones are words of their own in other languages (gift, rat, fast).
    bool latin = (unsigned char)*normal < 0xD0;
    if (latin && n >= 6 && lexicon->english != NULL && language != lexicon->english) {
        found_add(found, find_stem(lexicon, lexicon->english, normal, n), trust_english,
                  POSTING_OWN);
        if (found->own)
            return;
    }
    // A whole compound is surer than a spelling mistake, a mistake surer than half a compound.
    struct compound compound;
    bool split = compound_split(lexicon, language, normal, n, &compound);
    // Verbs and their prefixes are no compounds: "einbringen" is no wrestling ("Ringen").
    if (split && !compound.opens && is_small_german(language, word))
        return;
    if ((!split || !compound.whole) && !(lexeme->marks & MARK_BLAND))
        find_near(lexicon, language, word, lexeme, found);
    if (split && !found->own)
        find_compound(lexicon, language, normal, n, trust_stem, found);
}

bool lexicon_knows(struct lexicon *lexicon, const struct format_language *language,
                   const char *normal, size_t length)
{
    struct found found = {.n = 0};
    find_exact(lexicon, language, normal, length, trust_stem, &found);
    if (!found.own)
        found_add(&found, find_stem(lexicon, language, normal, length), trust_stem, 0);
    return found.own;
}

static const char *root_of(struct lexicon *lexicon, const struct format_language *language,
                           const struct lexeme *lexeme)
{
    if (!lexeme->known || lexeme->meanings_n == 0)
        return lexeme->stem;
    struct postings stem = lexicon_term(lexicon, language, lexeme->stem, lexeme->stem_length);
    if (stem.n == 0 || stem.items[0].concept == lexeme->meanings[0].concept)
        return lexeme->stem;
    g_string_printf(lexicon->scratch, "%s/%u", lexeme->stem, lexeme->meanings[0].concept);
    return arena_strndup(lexicon->arena, lexicon->scratch->str, lexicon->scratch->len);
}

// Whether a key of several words begins with this one.
static bool opens(struct lexicon *lexicon, const struct format_table *table, const char *word)
{
    g_string_assign(lexicon->scratch, word);
    g_string_append_c(lexicon->scratch, ' ');
    uint32_t key = vocabulary_first_key(lexicon->vocabulary, table, lexicon->scratch->str);
    if (key >= table->key + table->keys_n)
        return false;
    const char *text = vocabulary_string(lexicon->vocabulary, lexicon->vocabulary->keys[key].text);
    return g_str_has_prefix(text, lexicon->scratch->str);
}

const struct lexeme *lexicon_word(struct lexicon *lexicon, const struct format_language *language,
                                  const char *word, size_t length)
{
    g_string_assign(lexicon->key, language->code);
    g_string_append_c(lexicon->key, ':');
    g_string_append_len(lexicon->key, word, (gssize)length);
    struct lexeme *lexeme = g_hash_table_lookup(lexicon->known, lexicon->key->str);
    if (lexeme != NULL)
        return lexeme;
    lexeme = ARENA_NEW(lexicon->arena, struct lexeme);
    g_string_truncate(lexicon->normal, 0);
    normal_append(lexicon->normal, word, length, language->code);
    lexeme->normal_length = lexicon->normal->len;
    lexeme->normal = arena_strndup(lexicon->arena, lexicon->normal->str, lexicon->normal->len);
    char stem[256];
    size_t n =
        lexicon_stem(lexicon, language, lexeme->normal, lexeme->normal_length, stem, sizeof stem);
    lexeme->stem = n > 0 ? arena_strndup(lexicon->arena, stem, n) : lexeme->normal;
    lexeme->stem_length = n > 0 ? n : lexeme->normal_length;
    lexeme->marks =
        vocabulary_mark(lexicon->vocabulary, language, lexeme->normal, lexeme->normal_length);
    lexeme->opens_term = opens(lexicon, &language->terms, lexeme->stem);
    lexeme->opens_mark = opens(lexicon, &language->marks, lexeme->normal);
    struct found found = {.n = 0};
    find_meanings(lexicon, language, word, length, lexeme, &found);
    lexeme->meanings_n = found.n;
    lexeme->meanings = arena_copy(lexicon->arena, found.meanings, found.n * sizeof *found.meanings);
    lexeme->root = root_of(lexicon, language, lexeme);
    g_hash_table_insert(lexicon->known,
                        arena_strndup(lexicon->arena, lexicon->key->str, lexicon->key->len),
                        lexeme);
    return lexeme;
}
