// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/pieces.h"

#include <glib.h>
#include <pango/pango.h>
#include <string.h>

#include "base/arena.h"

// UAX 14 would part "Süd-" from "West" as well as "E-" from "Mail".
enum { LETTERS_BEFORE_HYPHEN = 3, LETTERS_AFTER_HYPHEN = 2 };

static int letters_before(const char *start, const char *c)
{
    int n = 0;
    while (c > start) {
        c = g_utf8_prev_char(c);
        if (!g_unichar_isalnum(g_utf8_get_char(c)))
            break;
        n++;
    }
    return n;
}

static int letters_after(const char *c)
{
    int n = 0;
    for (; *c != '\0' && g_unichar_isalnum(g_utf8_get_char(c)); c = g_utf8_next_char(c))
        n++;
    return n;
}

static bool is_dash(gunichar c)
{
    return c == 0x2013 || c == 0x2014;
}

// Whether a line may break before `c`, where pango sees an opportunity.
static bool may_break(const char *text, const char *c)
{
    gunichar before = g_utf8_get_char(g_utf8_prev_char(c));
    if (before == '-')
        return letters_before(text, c - 1) >= LETTERS_BEFORE_HYPHEN &&
               letters_after(c) >= LETTERS_AFTER_HYPHEN;
    // "word – word": the dash stays with the word before it.
    if (before == ' ' && is_dash(g_utf8_get_char(c))) {
        const char *next = g_utf8_next_char(c);
        return !(*next == ' ' || *next == '\0');
    }
    return true;
}

// Without spaces at the ends, several inside as one, and without soft hyphens.
static const char *piece_text(struct arena *arena, const char *start, const char *end)
{
    char *copy = arena_alloc(arena, (size_t)(end - start) + 1);
    char *to = copy;
    bool space = false;
    for (const char *c = start; c < end;) {
        if (strncmp(c, "\u00ad", 2) == 0) {
            c += 2;
        } else if (g_ascii_isspace(*c)) {
            space = to > copy;
            c++;
        } else {
            if (space)
                *to++ = ' ';
            space = false;
            *to++ = *c++;
        }
    }
    *to = '\0';
    return copy;
}

// What is behind the character before `c`; false: the line cannot break there.
static bool border_at(const char *text, const char *c, const PangoLogAttr *attribute,
                      enum border *border)
{
    if (*c == '\0' || attribute->is_mandatory_break)
        *border = BORDER_END;
    else if (attribute->is_line_break && may_break(text, c))
        *border = c - text >= 2 && strncmp(c - 2, "\u00ad", 2) == 0 ? BORDER_HYPHEN : BORDER_BREAK;
    else
        return false;
    return true;
}

static void cut(struct pieces *pieces, struct arena *arena, const char *text, const char *lang)
{
    int characters = (int)g_utf8_strlen(text, -1);
    PangoLogAttr *attributes = g_new0(PangoLogAttr, characters + 1);
    pango_get_log_attrs(text, -1, -1, pango_language_from_string(lang != NULL ? lang : "und"),
                        attributes, characters + 1);
    GArray *found = g_array_new(FALSE, FALSE, sizeof(struct piece));
    const char *start = text, *c = text;
    for (int i = 1; i <= characters; i++) {
        c = g_utf8_next_char(c);
        enum border border;
        if (!border_at(text, c, &attributes[i], &border))
            continue;
        struct piece piece = {
            .text = piece_text(arena, start, c),
            .spaced = g_ascii_isspace(c[-1]),
            .border = border,
        };
        start = c;
        if (*piece.text != '\0')
            g_array_append_val(found, piece);
        else if (border == BORDER_END && found->len > 0)
            g_array_index(found, struct piece, found->len - 1).border = BORDER_END;
    }
    pieces->n = (int)found->len;
    pieces->p = arena_copy(arena, found->data, found->len * sizeof(struct piece));
    g_array_free(found, TRUE);
    g_free(attributes);
}

static void measure_pieces(struct pieces *pieces, const struct measure *measure, int weight,
                           const char *lang)
{
    pieces->space = measure->run(measure->context, " ", weight, lang)->width;
    pieces->hyphen = measure->run(measure->context, "-", weight, lang)->width;
    for (int i = 0; i < pieces->n; i++) {
        struct piece *piece = &pieces->p[i];
        piece->width = measure->run(measure->context, piece->text, weight, lang)->width;
        pieces->hyphenated |= piece->border == BORDER_HYPHEN;
    }
    for (int i = 0; i < pieces->n;) {
        int end = i;
        double word = pieces->p[i].width;
        while (pieces->p[end].border == BORDER_HYPHEN)
            word += pieces->p[++end].width;
        for (; i <= end; i++)
            pieces->p[i].word = word;
    }
}

struct pieces_cache {
    struct arena *arena;
    GHashTable *entries; // a set of struct entry
};

struct entry {
    struct pieces pieces;
    const char *text, *lang;
    int weight;
};

static guint entry_hash(gconstpointer key)
{
    const struct entry *entry = key;
    return g_str_hash(entry->text) * 31 + (guint)entry->weight;
}

static gboolean entry_equal(gconstpointer a, gconstpointer b)
{
    const struct entry *x = a, *y = b;
    return x->weight == y->weight && strcmp(x->text, y->text) == 0 &&
           g_strcmp0(x->lang, y->lang) == 0;
}

struct pieces_cache *pieces_cache_new(void)
{
    struct pieces_cache *cache = g_new(struct pieces_cache, 1);
    cache->arena = arena_new();
    cache->entries = g_hash_table_new(entry_hash, entry_equal);
    return cache;
}

void pieces_cache_free(struct pieces_cache *cache)
{
    if (cache == NULL)
        return;
    g_hash_table_destroy(cache->entries);
    arena_free(cache->arena);
    g_free(cache);
}

const struct pieces *pieces_of(const struct measure *measure, struct arena *arena, const char *text,
                               int weight, const char *lang)
{
    struct pieces_cache *cache = measure->cache;
    struct entry asked = {.text = text, .lang = lang, .weight = weight};
    struct entry *entry = cache != NULL ? g_hash_table_lookup(cache->entries, &asked) : NULL;
    if (entry != NULL)
        return &entry->pieces;
    if (cache != NULL)
        arena = cache->arena;
    entry = arena_copy(arena, &asked, sizeof asked);
    entry->text = arena_strdup(arena, text);
    entry->lang = arena_strdup(arena, lang);
    cut(&entry->pieces, arena, text, lang);
    measure_pieces(&entry->pieces, measure, weight, lang);
    if (cache != NULL)
        g_hash_table_add(cache->entries, entry);
    return &entry->pieces;
}
