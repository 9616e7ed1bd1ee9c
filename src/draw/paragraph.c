// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/paragraph.h"

#include <glib.h>
#include <string.h>

#include "base/arena.h"
#include "draw/pieces.h"

static const double LEADING = 1.21;

struct breaker {
    const struct pieces *pieces;
    double width; // of the measure, em
    // Which soft hyphens are used.
    enum { HYPHENS_NONE, HYPHENS_WIDE_WORDS, HYPHENS_ALL } mode;
};

static bool can_break(const struct breaker *breaker, const struct piece *piece)
{
    if (piece->border != BORDER_HYPHEN)
        return true;
    return breaker->mode == HYPHENS_ALL ||
           (breaker->mode == HYPHENS_WIDE_WORDS && piece->word > breaker->width);
}

// The end (index after the last piece) of the line that starts at piece `i`: as many pieces as fit
// `width`, at least up to the first place where it can break. `*line` gets its width.
static int line_end(const struct breaker *breaker, int i, double width, double *line)
{
    int end = -1;
    double sum = 0;
    for (int k = i; k < breaker->pieces->n; k++) {
        const struct piece *piece = &breaker->pieces->p[k];
        sum += piece->width;
        if (k + 1 == breaker->pieces->n || can_break(breaker, piece)) {
            double here = sum + (piece->border == BORDER_HYPHEN ? breaker->pieces->hyphen : 0);
            if (end >= 0 && here > width)
                break;
            end = k + 1;
            *line = here;
            if (piece->border == BORDER_END)
                break;
        }
        if (piece->spaced)
            sum += breaker->pieces->space;
    }
    return end;
}

// Greedy lines within `width`: how many, and the widest. `ends` (may be NULL) gets their ends.
static int count_lines(const struct breaker *breaker, double width, double *widest, int *ends)
{
    int lines = 0;
    *widest = 0;
    for (int i = 0; i < breaker->pieces->n;) {
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
    for (int mode = HYPHENS_WIDE_WORDS; breaker->pieces->hyphenated && mode <= HYPHENS_ALL; mode++) {
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
        const struct piece *piece = &breaker->pieces->p[i];
        g_string_append(text, piece->text);
        if (i + 1 < end && piece->spaced)
            g_string_append_c(text, ' ');
        if (i + 1 == end && i + 1 < breaker->pieces->n && piece->border == BORDER_HYPHEN)
            g_string_append_c(text, '-');
    }
    const char *copy = arena_strndup(arena, text->str, text->len);
    g_string_free(text, TRUE);
    return copy;
}

// Breaks and shapes the lines; false when one came out wider than `room`, by *excess.
static bool set_lines(struct paragraph *paragraph, struct breaker *breaker, struct arena *arena,
                      const struct measure *measure, int weight, const char *lang, double room,
                      double *excess)
{
    int *ends = ARENA_ARRAY(arena, int, (size_t)breaker->pieces->n);
    choose_mode(breaker, breaker->width);
    double widest;
    int lines = count_lines(breaker, breaker->width, &widest, NULL);
    double width = widest <= breaker->width ? balance(breaker, breaker->width, lines)
                                            : breaker->width;
    paragraph->n = count_lines(breaker, width, &widest, ends);
    paragraph->lines = ARENA_ARRAY(arena, const struct run *, (size_t)paragraph->n);
    paragraph->width = 0;
    for (int i = 0; i < paragraph->n; i++) {
        const char *line = line_text(breaker, i > 0 ? ends[i - 1] : 0, ends[i], arena);
        paragraph->lines[i] = measure->run(measure->context, line, weight, lang);
        paragraph->width = MAX(paragraph->width, paragraph->lines[i]->width);
    }
    *excess = paragraph->width - room;
    return *excess <= room * 1e-9;
}

struct paragraph *paragraph_new(struct arena *arena, const struct measure *measure,
                                const char *text, int weight, const char *lang, double size,
                                double width, double leading)
{
    struct paragraph *paragraph = ARENA_NEW(arena, struct paragraph);
    double room = width / size, excess; // em
    // A line shaped whole may be a little narrower or wider than the sum of its pieces: they first
    // get a little more room, and less when that was too much.
    struct breaker breaker = {
        .pieces = pieces_of(measure, arena, text, weight, lang),
        .width = room * 1.01,
    };
    enum { ATTEMPTS = 6 };
    for (int attempt = 1; !set_lines(paragraph, &breaker, arena, measure, weight, lang, room,
                                     &excess) && attempt < ATTEMPTS; attempt++)
        breaker.width = MIN(breaker.width, room) - excess / 2 - 1e-6;
    paragraph->overfull = excess > room * 1e-9;

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

// The narrowest width of `lines` lines at most that is below `high`, which fits; and what it takes up.
static double narrowest(const struct breaker *breaker, int lines, double high)
{
    double low = 0, widest, best = high;
    for (int step = 0; step < 11; step++) {
        double middle = (low + high) / 2;
        if (count_lines(breaker, middle, &widest, NULL) <= lines && widest <= middle) {
            best = widest;
            high = middle;
        } else {
            low = middle;
        }
    }
    return best;
}

struct paragraph_widths paragraph_widths(struct arena *arena, const struct measure *measure,
                                         const char *text, int weight, const char *lang)
{
    struct paragraph_widths widths = {.leading = 1};
    struct breaker breaker = {.pieces = pieces_of(measure, arena, text, weight, lang)};
    if (breaker.pieces->n == 0)
        return widths;
    const struct run *run = measure->run(measure->context, breaker.pieces->p[0].text, weight, lang);
    widths.ascent = run->ascent;
    widths.descent = run->descent;
    widths.leading = run->leading > 0 ? run->leading : 1;
    widths.rtl = run->rtl;
    for (int mode = 0; mode < 2; mode++) {
        double *width = mode == 0 ? widths.whole : widths.divided, widest;
        breaker.mode = mode == 0 ? HYPHENS_NONE : HYPHENS_ALL;
        // Forced line ends give the least number of lines.
        int least = count_lines(&breaker, 1e9, &widest, NULL), n = 0;
        for (; n < PARAGRAPH_WIDTHS; n++) {
            if (n + 1 < least)
                width[n] = 1e9;
            else
                width[n] = n + 1 == least ? widest : narrowest(&breaker, n + 1, width[n - 1]);
        }
    }
    widths.n = PARAGRAPH_WIDTHS;
    while (widths.n > 1 && widths.whole[widths.n - 2] <= widths.whole[widths.n - 1] &&
           widths.divided[widths.n - 2] <= widths.divided[widths.n - 1])
        widths.n--;
    return widths;
}
