// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Fits the letters of a key map into 12 columns and 3 rows. Letters stand in the row they have on
// real keyboards; those of the row of digits and of the outer keys take what is free, in the second
// row first, else they stand behind the letter they are made from. Delete ends the first row, or
// the third when the first is full. Marks fill up.
#include <string.h>

#include "app/keymap.h"
#include "app/layout.h"

#define BEHIND_MOST 9 // signs behind a key: its strip has ten cells

struct fit {
    const struct layout_recipe *recipe;
    const struct keymap *keymap; // or NULL
    GStringChunk *chunk;
    GPtrArray *rows[3]; // letters: char * in the chunk
    GPtrArray *left;    // letters without a key
    GHashTable *behind; // letter -> GPtrArray of char *: what its key map has on other levels
};

static char *keep(struct fit *fit, gunichar character)
{
    char text[8] = "";
    text[g_unichar_to_utf8(character, text)] = '\0';
    // Ligatures of Arabic key maps stand for their letters.
    char *plain =
        g_utf8_normalize(text, -1, character >= 0xFB00 ? G_NORMALIZE_NFKC : G_NORMALIZE_NFC);
    char *kept = g_string_chunk_insert_const(fit->chunk, plain);
    g_free(plain);
    return kept;
}

static bool is_letter(gunichar c)
{
    return g_unichar_isalpha(c) && c != 0xAA && c != 0xBA && c != 0xB5; // ª º µ
}

// Letters, and the vowel signs of Indic and Arabic scripts where they have a key of their own.
static bool is_key(gunichar c)
{
    return is_letter(c) || (g_unichar_ismark(c) && (c < 0x300 || c > 0x36F) && c < 0x20D0);
}

static bool has(const GPtrArray *row, const char *letter)
{
    for (guint i = 0; i < row->len; i++) {
        if (strcmp(g_ptr_array_index(row, i), letter) == 0)
            return true;
    }
    return false;
}

static bool has_key(const struct fit *fit, const char *letter)
{
    return has(fit->rows[0], letter) || has(fit->rows[1], letter) || has(fit->rows[2], letter);
}

static void put_behind(struct fit *fit, const char *letter, char *sign)
{
    GPtrArray *signs = g_hash_table_lookup(fit->behind, letter);
    if (signs == NULL) {
        signs = g_ptr_array_new();
        g_hash_table_insert(fit->behind, g_strdup(letter), signs);
    }
    if (strcmp(letter, sign) != 0 && !has(signs, sign))
        g_ptr_array_add(signs, sign);
}

// The letter an accented one is made from, "" : none.
static const char *base_of(struct fit *fit, const char *letter)
{
    char *apart = g_utf8_normalize(letter, -1, G_NORMALIZE_NFD);
    gunichar first = g_utf8_get_char(apart);
    bool accented = *g_utf8_next_char(apart) != '\0';
    g_free(apart);
    if (accented)
        return keep(fit, first);
    for (char c = 'a'; c <= 'z'; c++) { // strokes and hooks are no accents to Unicode
        const char plain[2] = {c, '\0'};
        const char *accents = layout_accents(plain);
        if (strstr(accents, letter) != NULL)
            return g_string_chunk_insert_const(fit->chunk, plain);
    }
    return "";
}

// ---- reading the key map ------------------------------------------------------------------------

static void read_levels(struct fit *fit, const char *name, const char *letter)
{
    bool cased = g_unichar_islower(g_utf8_get_char(letter));
    // The third level of Latin key maps holds what others look for; our own are known.
    for (int level = cased ? 2 : 1;
         level < (cased && *fit->recipe->lang != '\0' ? 0 : KEYMAP_LEVELS); level++) {
        gunichar other = keymap_key(fit->keymap, name, level);
        bool same = g_unichar_get_script(other) == g_unichar_get_script(g_utf8_get_char(letter));
        if (!(is_letter(other) && same) && !g_unichar_ismark(other))
            continue;
        if (cased)
            other = g_unichar_tolower(other);
        if (other < 0x300 || other > 0x36F) // an accent alone is no letter
            put_behind(fit, letter, keep(fit, other));
    }
}

static void read_key(struct fit *fit, const char *name, GPtrArray *into)
{
    gunichar character = keymap_key(fit->keymap, name, 0);
    if (!is_key(character))
        return;
    char *letter = keep(fit, g_unichar_tolower(character));
    if (!has(into, letter))
        g_ptr_array_add(into, letter);
    read_levels(fit, name, letter);
}

static void read_keymap(struct fit *fit)
{
    static const struct {
        const char *row;
        int n;
    } rows[3] = {{"AD", 12}, {"AC", 11}, {"AB", 10}};
    static const char *const outer[] = {"TLDE", "BKSL", "LSGT"};
    char name[8];
    for (int r = 0; r < 3; r++) {
        for (int i = 1; i <= rows[r].n; i++) {
            g_snprintf(name, sizeof name, "%s%02d", rows[r].row, i);
            read_key(fit, name, fit->rows[r]);
        }
    }
    for (int i = 1; i <= 12; i++) {
        g_snprintf(name, sizeof name, "AE%02d", i);
        read_key(fit, name, fit->left);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(outer); i++)
        read_key(fit, outer[i], fit->left);
    for (guint i = fit->rows[0]->len; i-- > 10;) { // twice on the map: stays in its lower row
        const char *letter = g_ptr_array_index(fit->rows[0], i);
        if (has(fit->rows[1], letter) || has(fit->rows[2], letter))
            g_ptr_array_remove_index(fit->rows[0], i);
    }
}

static void read_rows(struct fit *fit)
{
    char **rows = g_strsplit(fit->recipe->rows, "|", 3);
    for (int r = 0; r < 3 && rows[r] != NULL; r++) {
        char **letters = g_strsplit(g_strstrip(rows[r]), " ", -1);
        for (int i = 0; letters[i] != NULL; i++)
            g_ptr_array_add(fit->rows[r], g_string_chunk_insert_const(fit->chunk, letters[i]));
        g_strfreev(letters);
    }
    g_strfreev(rows);
}

// ---- placing ------------------------------------------------------------------------------------

static void place_left(struct fit *fit, int room3)
{
    char **extra = g_strsplit(fit->recipe->extra, " ", -1);
    for (int i = 0; extra[i] != NULL; i++) {
        if (*extra[i] != '\0' && !has(fit->left, extra[i]))
            g_ptr_array_add(fit->left, g_string_chunk_insert_const(fit->chunk, extra[i]));
    }
    g_strfreev(extra);
    bool full = fit->rows[0]->len >= KEYBOARD_COLUMNS;
    const guint room[3] = {KEYBOARD_COLUMNS - 1, full ? KEYBOARD_COLUMNS : KEYBOARD_COLUMNS - 1,
                           (guint)(full ? room3 - 1 : room3)};
    static const int order[3] = {1, 0, 2};
    for (guint i = 0; i < fit->left->len; i++) {
        char *letter = g_ptr_array_index(fit->left, i);
        bool placed = has_key(fit, letter);
        for (int k = 0; k < 3 && !placed; k++) {
            GPtrArray *row = fit->rows[order[k]];
            if (row->len < room[order[k]]) {
                g_ptr_array_add(row, letter);
                placed = true;
            }
        }
        const char *base = base_of(fit, letter);
        if (!placed)
            put_behind(fit, *base != '\0' ? base : g_ptr_array_index(fit->rows[2], 0), letter);
    }
}

// The labialised forms of a Ge'ez consonant: the next row of eight, when it has gaps.
static void add_labials(GString *more, gunichar letter)
{
    if (letter < 0x1200 || letter > 0x1357 || letter % 8 != 0 || !g_unichar_isdefined(letter + 8) ||
        g_unichar_isdefined(letter + 9))
        return;
    for (gunichar c = letter + 8; c < letter + 16; c++) {
        if (g_unichar_isdefined(c)) {
            g_string_append_c(more, ' ');
            g_string_append_unichar(more, c);
        }
    }
}

static void add_signs(GString *more, const char *signs)
{
    char **all = g_strsplit(signs, " ", -1);
    for (int i = 0; all[i] != NULL; i++) {
        char *sought = g_strconcat(" ", all[i], " ", NULL), *in = g_strconcat(more->str, " ", NULL);
        if (*all[i] != '\0' && strstr(in, sought) == NULL)
            g_string_append_printf(more, " %s", all[i]);
        g_free(in);
        g_free(sought);
    }
    g_strfreev(all);
}

// What the accents of the key map's dead keys make of the letter.
static void add_dead(struct fit *fit, GString *more, const char *letter)
{
    static const char *const keys[] = {"TLDE", "AE11", "AE12", "AD11",
                                       "AD12", "AC10", "AC11", "BKSL"};
    for (size_t i = 0; fit->keymap != NULL && i < 2 * G_N_ELEMENTS(keys); i++) {
        gunichar accent =
            keymap_key(fit->keymap, keys[i % G_N_ELEMENTS(keys)], (int)(i / G_N_ELEMENTS(keys)));
        if (accent < 0x300 || accent > 0x36F)
            continue;
        GString *apart = g_string_new(letter);
        g_string_append_unichar(apart, accent);
        char *one = g_utf8_normalize(apart->str, -1, G_NORMALIZE_NFC);
        if (g_utf8_strlen(one, -1) == 1)
            add_signs(more, one);
        g_free(one);
        g_string_free(apart, TRUE);
    }
}

static const char *signs_behind(struct fit *fit, const char *letter)
{
    GString *more = g_string_new(NULL);
    char **first = g_strsplit(fit->recipe->first, " ", -1);
    for (int i = 0; first[i] != NULL; i++) {
        if (*first[i] != '\0' && strcmp(base_of(fit, first[i]), letter) == 0)
            add_signs(more, first[i]);
    }
    g_strfreev(first);
    const GPtrArray *own = g_hash_table_lookup(fit->behind, letter);
    if (*fit->recipe->lang == '\0')
        add_dead(fit, more, letter);
    for (guint i = 0; own != NULL && i < own->len; i++)
        add_signs(more, g_ptr_array_index(own, i));
    add_signs(more, layout_accents(letter));
    add_labials(more, g_utf8_get_char(letter));
    // Those with a key of their own need no other place.
    char **all = g_strsplit(more->str, " ", -1);
    g_string_truncate(more, 0);
    for (int i = 0, n = 0; all[i] != NULL && n < BEHIND_MOST; i++) {
        if (*all[i] == '\0' || has_key(fit, all[i]))
            continue;
        g_string_append_printf(more, "%s%s", n++ > 0 ? " " : "", all[i]);
    }
    const char *kept = more->len > 0 ? g_string_chunk_insert_const(fit->chunk, more->str) : NULL;
    g_strfreev(all);
    g_string_free(more, TRUE);
    return kept;
}

static struct cap cap_of(struct fit *fit, const char *letter)
{
    if (!is_key(g_utf8_get_char(letter)))
        return layout_mark(letter);
    return (struct cap){.plain = letter,
                        .more = signs_behind(fit, letter),
                        .shifted = strcmp(letter, "ß") == 0 ? "ẞ" : NULL};
}

static struct cap key(const char *name, enum cap_act act, double columns)
{
    return (struct cap){.plain = name, .act = act, .columns = columns};
}

static bool any_case(const struct fit *fit)
{
    for (guint i = 0; i < fit->rows[2]->len; i++) {
        if (g_unichar_islower(g_utf8_get_char(g_ptr_array_index(fit->rows[2], i))))
            return true;
    }
    return false;
}

// The next mark of the recipe that is not placed yet, kept.
static const char *next_mark(struct fit *fit, char **marks, int *at)
{
    return marks[*at] != NULL ? g_string_chunk_insert_const(fit->chunk, marks[(*at)++]) : "-";
}

static void fill_row4(struct fit *fit, struct cap *row, char **marks, int at)
{
    char **fixed = g_strsplit(fit->recipe->row4, " ", 2);
    bool own = fixed[0] != NULL && fixed[1] != NULL;
    // What ends a sentence stands outermost.
    const char *first =
        own ? g_string_chunk_insert_const(fit->chunk, fixed[0]) : next_mark(fit, marks, &at);
    const char *second =
        own ? g_string_chunk_insert_const(fit->chunk, fixed[1]) : next_mark(fit, marks, &at);
    bool turned = strcmp(first, "!") == 0;
    row[0] = key("123", CAP_SYMBOLS, 1.5);
    row[1] = key("language", CAP_LANGUAGE, 2.5);
    row[2] = key("space", CAP_SPACE, 5);
    row[3] = layout_mark(turned ? second : first);
    row[4] = layout_mark(turned ? first : second);
    row[5] = key("hide", CAP_HIDE, 1);
    g_strfreev(fixed);
}

// The page of signs ends its third row with marks that its last row does not have.
static void add_marks(struct cap *row, const struct cap *last)
{
    static const char *const marks[] = {",", ".", "?", "!", "…"};
    int at = KEYBOARD_COLUMNS - 3;
    for (size_t i = 0; i < G_N_ELEMENTS(marks) && at < KEYBOARD_COLUMNS; i++) {
        if (strcmp(last[3].plain, marks[i]) != 0 && strcmp(last[4].plain, marks[i]) != 0)
            row[at++] = layout_mark(marks[i]);
    }
}

static void fill(struct fit *fit, struct keyboard_layout *layout)
{
    struct cap(*page)[KEYBOARD_COLUMNS + 1] = layout->pages[PAGE_LETTERS];
    char **marks = g_strsplit(fit->recipe->marks, " ", -1);
    int n[3], at = 0;
    for (int r = 0; r < 3; r++)
        n[r] = (int)MIN(fit->rows[r]->len, (guint)KEYBOARD_COLUMNS);
    bool full = n[0] == KEYBOARD_COLUMNS;
    int end3 = full ? 1 : 0, shift = layout->has_case ? 1 : 0;
    int k[3] = {0};
    if (shift)
        page[2][k[2]++] = key("shift", CAP_SHIFT, 1);
    for (int r = 0; r < 3; r++) {
        int most = KEYBOARD_COLUMNS - (r == 2 ? shift + end3 : r == 0 && !full ? 1 : !full ? 1 : 0);
        for (int i = 0; i < MIN(n[r], most); i++)
            page[r][k[r]++] = cap_of(fit, g_ptr_array_index(fit->rows[r], (guint)i));
    }
    if (!full) {
        page[0][k[0]] = key("backspace", CAP_BACKSPACE, MIN(2, KEYBOARD_COLUMNS - k[0]));
        page[1][k[1]] = key("return", CAP_RETURN, MIN(2, KEYBOARD_COLUMNS - k[1]));
    } else {
        while (k[1] < KEYBOARD_COLUMNS && marks[at] != NULL)
            page[1][k[1]++] = layout_mark(next_mark(fit, marks, &at));
    }
    int free3 = KEYBOARD_COLUMNS - k[2] - end3;
    bool wide = full && !shift && free3 > 0; // without shift delete is two columns wide
    free3 -= wide ? 1 : 0;
    for (int i = 0; i < free3 && at < 3 && marks[at] != NULL; i++)
        page[2][k[2]++] = layout_mark(next_mark(fit, marks, &at));
    if (full)
        page[2][k[2]++] = key("backspace", CAP_BACKSPACE, wide ? 2 : 1);
    int spare = KEYBOARD_COLUMNS - k[2] - (wide ? 1 : 0);
    if (spare > 0 && shift)
        page[2][0].columns = 2;
    fill_row4(fit, page[3], marks, at);
    memcpy(layout->pages[PAGE_SYMBOLS][3], page[3], sizeof page[3]);
    add_marks(layout->pages[PAGE_SYMBOLS][2], page[3]);
    g_strfreev(marks);
}

static const char *word_for_letters(struct fit *fit, bool has_case)
{
    GString *word = g_string_new(NULL);
    for (guint i = 0; has_case && i < 1; i++)
        g_string_append(word, g_unichar_get_script(g_utf8_get_char(
                                  g_ptr_array_index(fit->rows[0], 0))) == G_UNICODE_SCRIPT_CYRILLIC
                                  ? "АБВ"
                                  : "ABC");
    for (guint i = 0; !has_case && i < MIN(2, fit->rows[1]->len); i++)
        g_string_append(word, g_ptr_array_index(fit->rows[1], i));
    const char *kept = g_string_chunk_insert_const(fit->chunk, word->str);
    g_string_free(word, TRUE);
    return kept;
}

void layout_fit(struct keyboard_layout *layout, const struct layout_recipe *recipe,
                const struct keymap *keymap, GStringChunk *chunk)
{
    struct fit fit = {
        .recipe = recipe, .keymap = keymap, .chunk = chunk, .left = g_ptr_array_new()};
    fit.behind =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
    for (int r = 0; r < 3; r++)
        fit.rows[r] = g_ptr_array_new();
    if (keymap != NULL)
        read_keymap(&fit);
    else
        read_rows(&fit);
    layout->has_case = any_case(&fit);
    place_left(&fit, KEYBOARD_COLUMNS - (layout->has_case ? 1 : 0));
    layout->symbols = recipe->digits;
    layout->letters = word_for_letters(&fit, layout->has_case);
    layout_signs(layout, recipe, chunk);
    fill(&fit, layout);
    for (int r = 0; r < 3; r++)
        g_ptr_array_unref(fit.rows[r]);
    g_ptr_array_unref(fit.left);
    g_hash_table_destroy(fit.behind);
}
