// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poster/heading.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "draw/figure.h"
#include "poster/page.h"

enum { WEIGHT_HEADING = 800 };

static const double NOMINAL_FULL = 34.5, NOMINAL_LIST = 32, NOMINAL_LEAST = 28;

// "A & B" breaks before the sign, not after it.
static char *glue_ampersand(struct arena *arena, const char *text)
{
    GString *out = g_string_new(text);
    g_string_replace(out, " & ", " &\xC2\xA0", 0);
    char *glued = arena_strndup(arena, out->str, out->len);
    g_string_free(out, TRUE);
    return glued;
}

void heading_title(struct title *title, struct page *page, const struct harvest_table *table)
{
    const char *text = glue_ampersand(page->arena, page_table_title(page, table));
    wording_init(&title->whole, page, text, WEIGHT_HEADING, page_lang(page), false);
    wording_init(&title->divided, page, text, WEIGHT_HEADING, page_lang(page), true);
}

static double ribbon_width(const struct heading *heading)
{
    return heading->disc + heading->size * 0.28 + heading->title.w +
           heading->size * (heading->icon ? 2.7 : 0.9);
}

static struct heading set(const struct plan *plan, const struct wording *title, double size,
                          double width, bool icon)
{
    struct heading heading = {.size = size, .disc = size * 1.55, .icon = icon};
    double room = width - heading.disc - size * (icon ? 3.2 : 1.45) - 34;
    heading.title = wording_set(title, plan, size, fmax(room, size), LEADING_HEADING);
    heading.w = ribbon_width(&heading);
    heading.h = fmax(heading.disc, heading.title.h + size * 0.62);
    return heading;
}

// The largest size down to `least` at which the title takes `lines` lines at most.
static bool shrink(const struct plan *plan, const struct title *title, double nominal, double least,
                   double width, bool icon, int lines, struct heading *out)
{
    for (double size = nominal;; size = fmax(least, size * 0.965)) {
        *out = set(plan, &title->whole, size, width, icon);
        if (!out->title.overfull && out->title.lines <= lines)
            return true;
        if (size <= least)
            return false;
    }
}

struct heading heading_fit(const struct plan *plan, const struct title *title, double width)
{
    struct plan measuring = *plan;
    measuring.lettered = false;
    double least = fmin(plan->page->min_size, plan->heading_cap);
    double nominal = plan->s * (plan->list ? NOMINAL_LIST : NOMINAL_FULL);
    nominal = fmax(fmin(NOMINAL_LEAST, plan->heading_cap), fmin(plan->heading_cap, nominal));
    struct heading with, without, heading;
    double low = fmax(least, nominal * 0.72);
    bool with_fits = shrink(&measuring, title, nominal, low, width, true, 2, &with);
    bool fits = shrink(&measuring, title, nominal, low, width, false, 2, &without);
    if (with_fits && (with.size >= nominal * 0.93 || with.size * 1.06 >= without.size))
        heading = with;
    else if (fits)
        heading = without;
    else if (!shrink(&measuring, title, nominal * 0.86, fmin(least, nominal * 0.86), width, false,
                     4, &heading))
        heading = set(&measuring, &title->divided, fmax(least, nominal * 0.5), width, false);
    if (plan->lettered)
        heading =
            set(plan, heading.title.wording == &title->divided ? &title->divided : &title->whole,
                heading.size, width, heading.icon);
    heading.nominal = nominal;
    return heading;
}

// The top of the title's lines in a ribbon at y: in its middle, but dots and accents on capitals keep
// clear of the upper line as long as what hangs down does of the lower one.
static double title_top(const struct heading *heading, double y)
{
    const struct setting *title = &heading->title;
    const struct paragraph *paragraph = title->paragraph;
    const double CLEAR = PEN_HEAVY * 1.3;
    double top = y + (heading->h - title->h) / 2;
    const struct run *first = paragraph->lines[0], *last = paragraph->lines[paragraph->n - 1];
    double rises = top + title->ascent + first->ink.y * title->size;
    double hangs = top + title->ascent + (paragraph->n - 1) * title->leading +
                   (last->ink.y + last->ink.h) * title->size;
    double wanted = y + CLEAR - rises, most = y + heading->h - CLEAR - hangs;
    return top + fmax(0, fmin(wanted, most));
}

void heading_draw(struct page *page, const struct heading *heading,
                  const struct harvest_table *table, double x, double y, uint32_t colour)
{
    struct pen *pen = &page->pen;
    double size = heading->size, disc = heading->disc, h = heading->h;
    char number[16];
    g_snprintf(number, sizeof number, "%d", table->number);
    const char *key = arena_printf(page->arena, "heading %d", table->number);
    const char *id = arena_printf(page->arena, "table:%d", table->number);
    struct scene_mark behind = {.kind = KIND_DECORATION,
                                .role = ROLE_ARTIFACT,
                                .id = id,
                                .table = page_table_title(page, table),
                                .box = BOX_EMPTY};
    pen_push(pen, 0, 0, 1, key);
    scene_begin(page->scene, behind);
    double left = x + disc * 0.5;
    figure_ribbon(pen, left, y + 2, heading->w - disc * 0.5 - 14, h - 4, colour, 20, 14, "ribbon");
    if (heading->icon && table->icon != NULL)
        pen_icon(pen, table->icon, x + heading->w - 14 - size * 1.7, y + h * 0.5 - size * 0.68,
                 size * 1.35, COLOUR_NONE, PEN_FINE * 1.3, "icon");
    struct line round;
    line_init(&round);
    line_add_ellipse(&round, x + disc * 0.5, y + h * 0.5, disc * 0.52, disc * 0.52, 0);
    pen_shape(pen, &round, COLOUR_PAPER, PEN_HEAVY * 0.85, 0, 0, 0);
    line_clear(&round);
    pen_text(pen, page_run(page, number, WEIGHT_HEADING, NULL), x + disc * 0.5,
             y + h * 0.5 + size * 0.42, size * 1.15 * (table->number > 9 ? 0.82 : 1), PEN_CENTRE,
             COLOUR_INK);
    scene_end(page->scene);
    if (heading->title.paragraph != NULL && heading->title.lines > 0)
        page_block(page, KIND_TABLE, id, page_table_title(page, table),
                   heading->title.wording->text, heading->title.paragraph,
                   left + disc * 0.5 + size * 0.28, title_top(heading, y),
                   heading->title.w, PEN_START, COLOUR_INK, key);
    pen_pop(pen);
}
