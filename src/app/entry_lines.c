// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How written text stands in lines. Every line is filled before the next begins (not balanced as on
// finished cards), so that words do not move about while someone writes.
#include "app/entry.h"

#include <math.h>
#include <string.h>

#include "app/kit.h"
#include "base/arena.h"
#include "draw/paragraph.h"

#define WEIGHT 700
#define LEADING 1.21
#define SELECTED 0x9CC4F4FFu // the first accent, paler: told from every card's fill

struct breaker { // breaks one text
    struct entry *entry;
    struct lettering *lettering;
    struct hyphens *hyphens;
    const char *lang; // NULL: by the characters
    double width;     // em
    struct arena *arena;
};

static const struct run *run_of(const struct breaker *breaker, size_t start, size_t end)
{
    const char *piece =
        arena_strndup(breaker->arena, breaker->entry->shown->str + start, end - start);
    return lettering_run(breaker->lettering, piece, WEIGHT, breaker->lang);
}

static void add_line(struct breaker *breaker, size_t start, size_t end, bool hyphen)
{
    struct entry_line line = {start, end, run_of(breaker, start, end), hyphen};
    g_array_append_val(breaker->entry->lines, line);
}

// Ends of the pieces a word too wide for a line may be divided into: at the patterns of its
// language, else between any two characters. Returns the start of what is left for the next line.
static size_t divide(struct breaker *breaker, size_t start, size_t end)
{
    const char *word =
        arena_strndup(breaker->arena, breaker->entry->shown->str + start, end - start);
    const char *soft = hyphens_soften(breaker->hyphens, word,
                                      breaker->lang != NULL ? breaker->lang : "", breaker->arena);
    size_t at = 0, fits = 0;
    double hyphen = lettering_run(breaker->lettering, "-", WEIGHT, breaker->lang)->width;
    for (const char *c = soft; *c != '\0'; c = g_utf8_next_char(c)) {
        if (g_utf8_get_char(c) != 0xAD) {
            at += (size_t)(g_utf8_next_char(c) - c);
            continue;
        }
        if (run_of(breaker, start, start + at)->width + hyphen > breaker->width)
            break;
        fits = at;
    }
    if (fits > 0) {
        add_line(breaker, start, start + fits, true);
        return start + fits;
    }
    size_t next = lettering_next(word, 0);
    while (next < end - start && run_of(breaker, start, start + next)->width <= breaker->width) {
        fits = next;
        next = lettering_next(word, next);
    }
    fits = fits > 0 ? fits : next; // one character at least
    add_line(breaker, start, start + fits, false);
    return start + fits;
}

// End of the word at `at`: before a space, or after a hyphen or slash between letters.
static size_t word_end(const char *text, size_t at, size_t end)
{
    size_t i = at;
    while (i < end && text[i] != ' ') {
        bool joins = text[i] == '-' || text[i] == '/';
        i = (size_t)(g_utf8_next_char(text + i) - text);
        if (joins && i < end && i - at > 1 && text[i] != ' ')
            break;
    }
    return i;
}

// One line of the person's own: [start, end) without a newline.
static void break_line(struct breaker *breaker, size_t start, size_t end)
{
    const char *text = breaker->entry->shown->str;
    double space = lettering_run(breaker->lettering, " ", WEIGHT, breaker->lang)->width;
    double used = 0;
    size_t at = start;
    while (at < end) {
        size_t word = word_end(text, at, end), after = word;
        while (after < end && text[after] == ' ')
            after++;
        double width = run_of(breaker, at, word)->width;
        if (used + width > breaker->width && at > start) {
            add_line(breaker, start, at, false);
            start = at;
            used = 0;
        }
        if (width > breaker->width) {
            start = at = divide(breaker, at, word);
            used = 0;
            continue;
        }
        used += width + (double)(after - word) * space;
        at = after;
    }
    add_line(breaker, start, end, false);
}

static void break_all(struct breaker *breaker)
{
    const char *text = breaker->entry->shown->str;
    g_array_set_size(breaker->entry->lines, 0);
    for (size_t start = 0;;) {
        const char *newline = strchr(text + start, '\n');
        size_t end = newline != NULL ? (size_t)(newline - text) : breaker->entry->shown->len;
        break_line(breaker, start, end);
        if (newline == NULL)
            return;
        start = end + 1;
    }
}

static const struct entry_line *line_at(const struct entry *entry, guint i)
{
    return &g_array_index(entry->lines, struct entry_line, i);
}

// The line a caret stands in: at a border the later one.
static guint caret_line(const struct entry *entry, size_t caret)
{
    guint i = entry->lines->len - 1;
    while (i > 0 && line_at(entry, i)->start > caret)
        i--;
    return i;
}

// The caret among the bytes that are shown: behind what is being composed.
static size_t shown_caret(const struct entry *entry)
{
    return entry->caret + strlen(entry->preedit);
}

static size_t from_shown(const struct entry *entry, size_t shown)
{
    size_t n = strlen(entry->preedit);
    return shown <= entry->caret ? shown : MAX(entry->caret, shown - MIN(shown, n));
}

void entry_compose(struct entry *entry, struct lettering *lettering, struct hyphens *hyphens,
                   const char *lang, struct box room, const double *sizes, size_t n)
{
    struct breaker breaker = {entry, lettering,  hyphens, *lang != '\0' ? lang : NULL,
                              0,     arena_new()};
    double height = 0;
    entry->room = room;
    g_string_assign(entry->shown, entry->text->str);
    g_string_insert(entry->shown, (gssize)entry->caret, entry->preedit);
    entry->rtl = run_of(&breaker, 0, entry->shown->len)->rtl;
    for (size_t i = 0; i < n; i++) {
        entry->size = sizes[i];
        breaker.width = room.w / sizes[i];
        break_all(&breaker);
        double factor = line_at(entry, 0)->run->leading;
        entry->leading = sizes[i] * LEADING * (factor > 0 ? factor : 1);
        height = entry->lines->len * entry->leading;
        bool divided = false;
        for (guint k = 0; k < entry->lines->len; k++)
            divided = divided || line_at(entry, k)->hyphen;
        if (height <= room.h && !divided)
            break;
    }
    arena_free(breaker.arena);
    entry->top = room.y + (room.h - height) / 2;
    if (height > room.h) {
        double caret = (caret_line(entry, shown_caret(entry)) + 1) * entry->leading;
        entry->top = room.y - fmax(0, caret - room.h);
    }
}

// ---- the caret ----------------------------------------------------------------------------------

static double line_x(const struct entry *entry, const struct entry_line *line)
{
    return entry->rtl ? entry->room.x + entry->room.w - line->run->width * entry->size
                      : entry->room.x;
}

static size_t within(const struct entry_line *line, size_t caret)
{
    return caret < line->start ? 0 : MIN(caret, line->end) - line->start;
}

static struct box box_at(const struct entry *entry, struct lettering *lettering, size_t caret)
{
    guint i = caret_line(entry, caret);
    const struct entry_line *line = line_at(entry, i);
    double x = line_x(entry, line) +
               lettering_caret(lettering, line->run, within(line, caret)) * entry->size;
    double high = entry->size * 1.06;
    return (struct box){x - (entry->rtl ? 1.5 : 0.5),
                        entry->top + i * entry->leading + (entry->leading - high) / 2, 2, high};
}

struct box entry_caret_box(const struct entry *entry, struct lettering *lettering)
{
    return box_at(entry, lettering, shown_caret(entry));
}

struct box entry_end_box(const struct entry *entry, struct lettering *lettering, bool start)
{
    return box_at(entry, lettering,
                  start ? MIN(entry->caret, entry->anchor) : MAX(entry->caret, entry->anchor));
}

static void put_in_line(struct entry *entry, struct lettering *lettering, guint i, double x)
{
    const struct entry_line *line = line_at(entry, i);
    size_t index = lettering_index(lettering, line->run, (x - line_x(entry, line)) / entry->size);
    entry->caret = from_shown(entry, line->start + MIN(index, line->end - line->start));
    // The end of a line that goes on is the begin of the next: stay before its space.
    if (i + 1 < entry->lines->len && entry->caret == line_at(entry, i + 1)->start &&
        entry->caret > line->start)
        entry->caret = lettering_previous(entry->text->str, entry->caret);
}

void entry_put_caret(struct entry *entry, struct lettering *lettering, struct point at)
{
    double row = floor((at.y - entry->top) / entry->leading);
    guint i = (guint)CLAMP(row, 0, entry->lines->len - 1);
    put_in_line(entry, lettering, i, at.x);
    entry->anchor = entry->caret;
    entry->wish_x = -1;
    entry->last = ENTRY_NOTHING;
}

void entry_put_end(struct entry *entry, struct lettering *lettering, struct point at, bool start)
{
    size_t first = MIN(entry->caret, entry->anchor), last = MAX(entry->caret, entry->anchor);
    entry_put_caret(entry, lettering, at);
    size_t to = entry->caret;
    entry->anchor = start ? last : first;
    if (start ? to < last : to > first)
        entry->caret = to;
    else // one character is left
        entry->caret = start ? lettering_previous(entry->text->str, last)
                             : lettering_next(entry->text->str, first);
}

void entry_move_line(struct entry *entry, struct lettering *lettering, int lines)
{
    int now = (int)caret_line(entry, shown_caret(entry)),
        to = CLAMP(now + lines, 0, (int)entry->lines->len - 1);
    struct box box = entry_caret_box(entry, lettering);
    double x = entry->wish_x >= 0 ? entry->wish_x : box.x + (entry->rtl ? 1.5 : 0.5);
    if (to == now)
        entry->caret = lines < 0 ? 0 : entry->text->len;
    else
        put_in_line(entry, lettering, (guint)to, x);
    entry->anchor = entry->caret;
    entry->wish_x = x;
    entry->last = ENTRY_NOTHING;
}

void entry_move_end(struct entry *entry, bool end)
{
    guint i = caret_line(entry, shown_caret(entry));
    const struct entry_line *line = line_at(entry, i);
    entry->caret = from_shown(entry, end ? line->end : line->start);
    if (end && i + 1 < entry->lines->len && line_at(entry, i + 1)->start == entry->caret &&
        entry->caret > line->start)
        entry->caret = lettering_previous(entry->text->str, entry->caret);
    entry->anchor = entry->caret;
    entry->wish_x = -1;
    entry->last = ENTRY_NOTHING;
}

// ---- drawing ------------------------------------------------------------------------------------

// Boxes behind or below the shown bytes [start, end): by character, as text of two directions may
// stand in several pieces. `y`, `h`: within the line, in parts of the leading.
static void draw_range(const struct entry *entry, struct kit *kit, size_t start, size_t end,
                       double y, double h, uint32_t colour)
{
    for (guint i = 0; i < entry->lines->len; i++) {
        const struct entry_line *line = line_at(entry, i);
        double top = entry->top + (i + y) * entry->leading;
        const char *text = line->run->text;
        for (size_t at = 0, next; at < line->end - line->start; at = next) {
            next = MAX(at + 1, lettering_next(text, at));
            if (line->start + at < start || line->start + at >= end)
                continue;
            double a = lettering_caret(kit->lettering, line->run, at);
            double b = lettering_caret(kit->lettering, line->run, next);
            kit_fill(kit,
                     (struct box){line_x(entry, line) + fmin(a, b) * entry->size, top,
                                  fabs(b - a) * entry->size, h * entry->leading},
                     0, colour);
        }
    }
}

void entry_draw_loupe(const struct entry *entry, struct kit *kit, struct box box)
{
    const double larger = 1.6;
    guint i = caret_line(entry, shown_caret(entry));
    const struct entry_line *line = line_at(entry, i);
    const struct run *run = line->run;
    double size = entry->size * larger, middle = box.y + box.h / 2;
    double caret = lettering_caret(kit->lettering, run, within(line, shown_caret(entry))) * size;
    kit_hand_box(kit, box, 8, COLOUR_PAPER, PEN_FINE * 1.4, "loupe");
    kit_clip(kit, box_grow(box, -3));
    if (line->end > line->start) {
        double below = run->rtl ? (run->ascent - run->descent) / 2 : 0.33;
        kit_text_on(kit, run->text, box.x + box.w / 2 - caret, middle + below * size,
                    (struct kit_type){size, WEIGHT, COLOUR_INK, KIT_LEFT, run->lang});
    }
    kit_fill(kit, (struct box){box.x + box.w / 2 - 1, box.y + 5, 2, box.h - 10}, 1, COLOUR_INK);
    kit_unclip(kit);
}

void entry_draw(const struct entry *entry, struct kit *kit, bool caret)
{
    bool longer = entry->top < entry->room.y;
    if (longer)
        kit_clip(kit,
                 (struct box){entry->room.x - 8, entry->room.y, entry->room.w + 16, entry->room.h});
    if (entry_has_selection(entry))
        draw_range(entry, kit, MIN(entry->caret, entry->anchor), MAX(entry->caret, entry->anchor),
                   0.06, 0.88, SELECTED);
    if (*entry->preedit != '\0')
        draw_range(entry, kit, entry->caret, shown_caret(entry), 0.86, 0.05, COLOUR_INK);
    for (guint i = 0; i < entry->lines->len; i++) {
        const struct entry_line *line = line_at(entry, i);
        const struct run *run = line->run;
        double y = entry->top + i * entry->leading;
        if (line->end == line->start || y + entry->leading < entry->room.y ||
            y > entry->room.y + entry->room.h)
            continue;
        double below = run->rtl ? (run->ascent - run->descent) / 2 : 0.33;
        double baseline = y + entry->leading / 2 + below * entry->size;
        struct kit_type type = {entry->size, WEIGHT, COLOUR_INK, KIT_LEFT, run->lang};
        double x = line_x(entry, line);
        kit_text_on(kit, run->text, x, baseline, type);
        if (line->hyphen && !entry->rtl)
            kit_text_on(kit, "-", x + run->width * entry->size, baseline, type);
    }
    if (caret)
        kit_fill(kit, entry_caret_box(entry, kit->lettering), 1, COLOUR_INK);
    if (longer)
        kit_unclip(kit);
}
