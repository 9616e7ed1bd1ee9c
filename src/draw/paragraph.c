// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/paragraph.h"

#include <glib.h>
#include <pango/pango.h>
#include <string.h>

#include "base/arena.h"

static const double LEADING = 1.21;

// What may happen behind a piece of text.
enum border { BORDER_BREAK, BORDER_HYPHEN, BORDER_END }; // END: the line must break

// Text between two places where the line may break.
struct piece {
    const char *text; // in the arena, without spaces at its ends or soft hyphens
    double width;     // em
    bool spaced;      // a space follows if the line does not break
    bool whole;       // first piece of a word that is too wide for the measure: may be hyphenated
    enum border border;
};

struct breaker {
    struct piece *pieces;
    int n;
    double space, hyphen; // widths, em
    bool hyphenated;      // a piece ends at a soft hyphen
    // Which soft hyphens are used.
    enum { HYPHENS_NONE, HYPHENS_WIDE_WORDS, HYPHENS_ALL } mode;
};

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

static bool ends_with_space(const char *start, const char *end)
{
    return end > start && g_ascii_isspace(end[-1]);
}

static void split(struct breaker *breaker, struct arena *arena, const struct measure *measure,
                  const char *text, int weight, const char *lang)
{
    int characters = (int)g_utf8_strlen(text, -1);
    PangoLogAttr *attributes = g_new0(PangoLogAttr, characters + 1);
    pango_get_log_attrs(text, -1, -1, pango_language_from_string(lang != NULL ? lang : "und"),
                        attributes, characters + 1);
    breaker->pieces = ARENA_ARRAY(arena, struct piece, (size_t)characters + 1);
    const char *start = text;
    const char *c = text;
    for (int i = 0; i <= characters; i++) {
        bool end = i == characters || attributes[i].is_mandatory_break;
        if (i > 0 && (end || (attributes[i].is_line_break && may_break(text, c)))) {
            struct piece *piece = &breaker->pieces[breaker->n];
            piece->text = piece_text(arena, start, c);
            piece->spaced = ends_with_space(start, c);
            piece->border = end ? BORDER_END : BORDER_BREAK;
            if (!end && strncmp(c - 2, "\u00ad", 2) == 0) {
                piece->border = BORDER_HYPHEN;
                breaker->hyphenated = true;
            }
            if (*piece->text != '\0') {
                piece->width = measure->run(measure->context, piece->text, weight, lang)->width;
                breaker->n++;
            } else if (end && breaker->n > 0) {
                piece[-1].border = BORDER_END;
            }
            start = c;
        }
        if (i < characters)
            c = g_utf8_next_char(c);
    }
    g_free(attributes);
}

// Marks the words that do not fit `width` undivided.
static void find_wide_words(struct breaker *breaker, double width)
{
    for (int i = 0; i < breaker->n;) {
        int end = i;
        double word = breaker->pieces[i].width;
        while (breaker->pieces[end].border == BORDER_HYPHEN)
            word += breaker->pieces[++end].width;
        for (; i <= end; i++)
            breaker->pieces[i].whole = word > width;
    }
}

static bool can_break(const struct breaker *breaker, const struct piece *piece)
{
    if (piece->border != BORDER_HYPHEN)
        return true;
    return breaker->mode == HYPHENS_ALL || (breaker->mode == HYPHENS_WIDE_WORDS && piece->whole);
}

// The end (index after the last piece) of the line that starts at piece `i`: as many pieces as fit
// `width`, at least up to the first place where it can break. `*line` gets its width.
static int line_end(const struct breaker *breaker, int i, double width, double *line)
{
    int end = -1;
    double sum = 0;
    for (int k = i; k < breaker->n; k++) {
        const struct piece *piece = &breaker->pieces[k];
        sum += piece->width;
        if (k + 1 == breaker->n || can_break(breaker, piece)) {
            double here = sum + (piece->border == BORDER_HYPHEN ? breaker->hyphen : 0);
            if (end >= 0 && here > width)
                break;
            end = k + 1;
            *line = here;
            if (piece->border == BORDER_END)
                break;
        }
        if (piece->spaced)
            sum += breaker->space;
    }
    return end;
}

// Greedy lines within `width`: how many, and the widest. `ends` (may be NULL) gets their ends.
static int count_lines(const struct breaker *breaker, double width, double *widest, int *ends)
{
    int lines = 0;
    *widest = 0;
    for (int i = 0; i < breaker->n;) {
        double line = 0;
        i = line_end(breaker, i, width, &line);
        *widest = MAX(*widest, line);
        if (ends != NULL)
            ends[lines] = i;
        lines++;
    }
    return lines;
}

// The mode with the fewest lines that fit; of equals the one that divides fewer words. When none
// fits, the one that sticks out least.
static void choose_mode(struct breaker *breaker, double width)
{
    int best = HYPHENS_NONE;
    breaker->mode = HYPHENS_NONE;
    double best_widest;
    int best_lines = count_lines(breaker, width, &best_widest, NULL);
    for (int mode = HYPHENS_WIDE_WORDS; breaker->hyphenated && mode <= HYPHENS_ALL; mode++) {
        breaker->mode = mode;
        double widest;
        int lines = count_lines(breaker, width, &widest, NULL);
        bool better = best_widest > width ? widest < best_widest
                                          : widest <= width && lines < best_lines;
        if (better) {
            best = mode;
            best_lines = lines;
            best_widest = widest;
        }
    }
    breaker->mode = best;
}

// The narrowest width that keeps the number of lines, within a 500th.
static double balance(const struct breaker *breaker, double width, int lines)
{
    double low = width * 0.3, high = width, widest;
    if (lines < 2)
        return width;
    for (int step = 0; step < 9; step++) {
        double middle = (low + high) / 2;
        if (count_lines(breaker, middle, &widest, NULL) <= lines && widest <= middle)
            high = middle;
        else
            low = middle;
    }
    return high;
}

static const char *line_text(const struct breaker *breaker, int start, int end, struct arena *arena)
{
    GString *text = g_string_new(NULL);
    for (int i = start; i < end; i++) {
        const struct piece *piece = &breaker->pieces[i];
        g_string_append(text, piece->text);
        if (i + 1 < end && piece->spaced)
            g_string_append_c(text, ' ');
        if (i + 1 == end && i + 1 < breaker->n && piece->border == BORDER_HYPHEN)
            g_string_append_c(text, '-');
    }
    const char *copy = arena_strndup(arena, text->str, text->len);
    g_string_free(text, TRUE);
    return copy;
}

struct paragraph *paragraph_new(struct arena *arena, const struct measure *measure,
                                const char *text, int weight, const char *lang, double size,
                                double width, double leading)
{
    struct breaker breaker = {
        .space = measure->run(measure->context, " ", weight, lang)->width,
        .hyphen = measure->run(measure->context, "-", weight, lang)->width,
    };
    split(&breaker, arena, measure, text, weight, lang);
    double room = width / size; // em
    struct paragraph *paragraph = ARENA_NEW(arena, struct paragraph);
    int *ends = ARENA_ARRAY(arena, int, (size_t)breaker.n + 1);
    // A line shaped whole may be a little narrower or wider than the sum of its pieces: they first
    // get a little more room, and less when that was too much.
    double narrower = room * 1.01;
    for (int attempt = 0; attempt < 6; attempt++) {
        find_wide_words(&breaker, narrower);
        choose_mode(&breaker, narrower);
        double widest;
        int lines = count_lines(&breaker, narrower, &widest, NULL);
        double balanced = widest <= narrower ? balance(&breaker, narrower, lines) : narrower;
        paragraph->n = count_lines(&breaker, balanced, &widest, ends);
        paragraph->lines = ARENA_ARRAY(arena, const struct run *, (size_t)paragraph->n);
        paragraph->width = 0;
        for (int i = 0; i < paragraph->n; i++) {
            const char *line = line_text(&breaker, i > 0 ? ends[i - 1] : 0, ends[i], arena);
            paragraph->lines[i] = measure->run(measure->context, line, weight, lang);
            paragraph->width = MAX(paragraph->width, paragraph->lines[i]->width);
        }
        if (paragraph->width <= room * (1 + 1e-9) || widest > narrower)
            break;
        narrower = MIN(narrower, widest) - (paragraph->width - room) - 1e-6;
    }
    paragraph->overfull = paragraph->width > room * (1 + 1e-9);

    paragraph->size = size;
    paragraph->width *= size;
    if (paragraph->n == 0)
        return paragraph;
    const struct run *first = paragraph->lines[0], *last = paragraph->lines[paragraph->n - 1];
    double factor = first->leading > 0 ? first->leading : 1;
    paragraph->rtl = first->rtl;
    paragraph->leading = size * (leading > 0 ? leading : LEADING) * factor;
    paragraph->ascent = first->ascent * size;
    paragraph->height = paragraph->ascent + (paragraph->n - 1) * paragraph->leading +
                        last->descent * size;
    return paragraph;
}
