// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Keyboard layouts for touch: the letters where xkeyboard-config has them, fitted into 12 columns
// and 4 rows, with the accents of a long press and the vowels and tones that a tap opens.
#ifndef ERNTEBILD_APP_LAYOUT_H
#define ERNTEBILD_APP_LAYOUT_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

#define KEYBOARD_COLUMNS 12
#define KEYBOARD_ROWS 4

enum cap_act {
    CAP_TEXT, // types what it says
    CAP_SPACE,
    CAP_BACKSPACE,
    CAP_RETURN,
    CAP_SHIFT,
    CAP_SYMBOLS,  // the other page
    CAP_LANGUAGE, // the next layout; held: all of them
    CAP_CHOOSE,   // this language: `plain` is "language:xx", `shifted` its name
    CAP_MORE,     // languages
    CAP_HIDE,
};

// All strings live as long as the layouts.
struct cap {
    const char *plain;   // what it types; of other acts: its part of the hit name
    const char *more;    // alternatives of a long press, a space between them; NULL: none
    const char *shifted; // NULL: the capital of `plain`
    double columns;      // width; 0: one column
    enum cap_act act;
};

enum keyboard_page { PAGE_LETTERS, PAGE_SYMBOLS, PAGES };

struct keyboard_layout {
    const char *lang;              // BCP 47
    const char *name;              // its own
    const char *symbols, *letters; // what the key to the other page says
    bool has_case;                 // letters have capitals: there is a shift key
    struct cap pages[PAGES][KEYBOARD_ROWS][KEYBOARD_COLUMNS + 1]; // a row ends with plain NULL
};

struct layouts; // all that were asked for, built once
// Whether a text can be shown: a language whose name cannot is not offered.
typedef bool layout_shows(void *context, const char *text);
struct layouts *layouts_new(layout_shows *shows, void *context);
void layouts_free(struct layouts *layouts);
// The layout of a language (with or without region); NULL when none is installed for it. Borrowed.
const struct keyboard_layout *layouts_find(struct layouts *layouts, const char *lang);

struct layout_language {
    const char *lang, *name; // in its own language where that is known
};
// Every language that can be written, those of our participants first, then by name. Borrowed.
const struct layout_language *layouts_languages(struct layouts *layouts, size_t *n);

// The vowel orders of a Ge'ez consonant in its first order, or the tones of a Vietnamese vowel, the
// letter itself first, a space between them. NULL: it has none. Free with g_free.
char *layout_orders(const char *letter, const char *lang);

// ---- shared by the layout's files ---------------------------------------------------------------

// What a language wants beside its key map; "" fields: nothing.
struct layout_recipe {
    const char *lang, *layout, *variant;
    const char *extra;  // letters that get a key of their own where there is room, a space between
    const char *first;  // letters that come first behind the letter they are made from
    const char *rows;   // instead of the key map: three rows of letters, '|' between them
    const char *digits; // what the key to the signs says
    const char *row4;   // its two marks in the last row; "": by what is left
    const char *marks;  // for the free places of the rows above, most wanted first
    const char *quotes; // opening and closing
};

extern const struct layout_recipe layout_recipes[];
extern const size_t layout_recipes_n;
extern const struct layout_recipe layout_recipe_other; // for languages without their own

struct keymap;
// Fills `layout` from a recipe and its key map (NULL: the recipe has rows). Strings into `chunk`.
void layout_fit(struct keyboard_layout *layout, const struct layout_recipe *recipe,
                const struct keymap *keymap, GStringChunk *chunk);
// The page of digits and signs (layout_signs.c).
void layout_signs(struct keyboard_layout *layout, const struct layout_recipe *recipe,
                  GStringChunk *chunk);
struct cap layout_mark(const char *mark); // a punctuation mark (static) with what stands behind it
// Other letters that people look for behind one, in the order of need, a space between; "" : none.
const char *layout_accents(const char *letter);
#endif
