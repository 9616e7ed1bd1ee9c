// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Who sat at the table, how to read the picture, and what has to be said about it: pieces that flow
// into two rows on a landscape page, four on a portrait one.
#include <glib.h>
#include <math.h>

#include "base/arena.h"
#include "base/tr.h"
#include "draw/colour.h"
#include "draw/figure.h"
#include "poster/furniture.h"
#include "poster/page.h"

#define GAP 24.0
#define ICON 26.0
enum { PIECES_MOST = 64 };

enum sign {
    SIGN_NONE,
    SIGN_PARTY,
    SIGN_DOTS,
    SIGN_PILL,
    SIGN_DISC,
    SIGN_BIG,
    SIGN_ARROW,
    SIGN_SWASH
};

struct piece {
    enum sign sign;
    const char *text;
    int weight;
    uint32_t colour;
    double size, sign_w, w; // w: sign and words
    double x;
    int row;
};

struct flow {
    struct page *page;
    struct piece pieces[PIECES_MOST];
    int n;
    double size, k; // of the words; of the signs
    double gap;     // between pieces
};

static void add(struct flow *flow, enum sign sign, const char *text, int weight, uint32_t colour)
{
    static const double widths[] = {
        [SIGN_NONE] = 0,  [SIGN_PARTY] = 32, [SIGN_DOTS] = 42,  [SIGN_PILL] = 50,
        [SIGN_DISC] = 28, [SIGN_BIG] = 0,    [SIGN_ARROW] = 52, [SIGN_SWASH] = 62};
    if (text == NULL || *text == '\0' || flow->n == PIECES_MOST)
        return;
    struct piece piece = {sign, text, weight, colour, flow->size, widths[sign] * flow->k, 0, 0, 0};
    piece.w = piece.sign_w + furniture_width(flow->page, text, weight, flow->size);
    flow->pieces[flow->n++] = piece;
}

// Puts the pieces into rows of `width`; false when they need more than `rows` or one is wider.
static bool arrange(struct flow *flow, double width, int rows)
{
    double x = 0, indent = 0;
    int row = 0;
    for (int i = 0; i < flow->n; i++) {
        struct piece *piece = &flow->pieces[i];
        if (piece->w > width)
            return false;
        if (x > indent && x + piece->w > width) {
            row++;
            x = indent;
        }
        piece->x = x;
        piece->row = row;
        x += piece->w + (i == 0 ? GAP * flow->k : flow->gap);
        if (i == 0 && piece->w < width * 0.3)
            indent = x; // further rows stand under what follows the heading
        if (i > 0 && piece->x + piece->w > width) // the indent left too little
            return false;
    }
    return row < rows;
}

static void draw_sign(struct flow *flow, const struct piece *piece, double x, double y)
{
    struct page *page = flow->page;
    struct pen *pen = &page->pen;
    double k = flow->k;
    struct line line;
    line_init(&line);
    furniture_begin_decoration(page);
    pen_push(pen, x, y, k, arena_printf(page->arena, "legend %d", (int)piece->sign));
    switch (piece->sign) {
    case SIGN_PARTY:
        pen_icon(pen, "users-group", 0, -ICON / 2, ICON, COLOUR_SHADOW, PEN_FINE * 0.8,
                 piece->text);
        break;
    case SIGN_DOTS:
        for (int i = 0; i < 3; i++) {
            line_add_ellipse(&line, 5 + i * 11.5, 0, 4.6, 4.6, 16);
            pen_shape(pen, &line, colour_accent(1), 1.05, 0.4, 0.4, 0);
            line_clear(&line);
        }
        break;
    case SIGN_PILL:
        line_add_rounded_rect(&line, 0, -10.5, 42, 21, 10);
        pen_shape(pen, &line, colour_accent(1), PEN_FINE, 1, 1, 0);
        break;
    case SIGN_DISC:
        line_add_ellipse(&line, 10, 0, 10, 10, 22);
        pen_shape(pen, &line, colour_accent(2), PEN_FINE, 1, 1, 0);
        break;
    case SIGN_ARROW:
        line_add(&line, 0, 1);
        line_add(&line, 20, -4);
        line_add(&line, 42, 0);
        line_smooth(&line, false, 8);
        figure_arrow(pen, &line, PEN_FINE * 1.2, COLOUR_INK, 8, true, 8, 5, "arrow");
        break;
    case SIGN_SWASH:
        figure_swash(pen, 2, -9, 50, 18, colour_mix(colour_accent(5), COLOUR_PAPER, 0.35), "swash");
        break;
    case SIGN_NONE:
    case SIGN_BIG:
        break;
    }
    pen_pop(pen);
    scene_end(page->scene);
    line_clear(&line);
}

static void draw(struct flow *flow, const char *id, double x, double y, double row_h)
{
    for (int i = 0; i < flow->n; i++) {
        const struct piece *piece = &flow->pieces[i];
        double left = x + piece->x, middle = y + piece->row * row_h;
        if (piece->sign_w > 0)
            draw_sign(flow, piece, left, middle);
        page_line(flow->page, KIND_FOOTER, arena_printf(flow->page->arena, "%s:%d", id, i), NULL,
                  piece->text, piece->weight, NULL, left + piece->sign_w,
                  furniture_baseline(flow->page, piece->text, piece->weight, middle, piece->size),
                  piece->size, PEN_START, piece->colour);
    }
}

// Who was there, and notes. `parties` of them are named, the rest is counted.
static void fill_parties(struct flow *flow, size_t parties, bool icons)
{
    struct page *page = flow->page;
    const struct harvest *harvest = page->harvest;
    flow->n = 0;
    if (harvest->parties_n > 0)
        add(flow, SIGN_NONE, page_tr(page, N_("At the table:")), WEIGHT_BOLD, COLOUR_INK);
    for (size_t i = 0; i < parties; i++)
        add(flow, icons ? SIGN_PARTY : SIGN_NONE,
            icons || i + 1 == harvest->parties_n
                ? harvest->parties[i]
                : arena_printf(page->arena, "%s,", harvest->parties[i]),
            WEIGHT_TEXT, COLOUR_INK);
    if (parties < harvest->parties_n)
        add(flow, SIGN_NONE,
            arena_printf(page->arena, page_tr(page, N_("+%d more")),
                         (int)(harvest->parties_n - parties)),
            WEIGHT_TEXT, COLOUR_INK);
    add(flow, SIGN_NONE, furniture_host_below(page), WEIGHT_TEXT, COLOUR_INK);
    add(flow, SIGN_NONE, harvest->note, WEIGHT_PLAIN, COLOUR_GREY);
}

static void fill_legend(struct flow *flow, bool whole)
{
    struct page *page = flow->page;
    const struct harvest *harvest = page->harvest;
    flow->n = 0;
    bool origins = false;
    for (size_t i = 0; i < harvest->core_n; i++)
        origins = origins || harvest->core[i].from_n > 0;
    if (harvest->max_votes == 0 && !origins && harvest->relations_n == 0)
        return;
    add(flow, SIGN_NONE, page_tr(page, N_("How to read it:")), WEIGHT_BOLD, COLOUR_INK);
    if (harvest->max_votes > 0 && page->vote_numbers)
        add(flow, SIGN_PILL, page_tr(page, N_("= votes")), WEIGHT_TEXT, COLOUR_INK);
    else if (harvest->max_votes > 0)
        add(flow, SIGN_DOTS, page_tr(page, N_("dots = votes")), WEIGHT_TEXT, COLOUR_INK);
    if (origins)
        add(flow, SIGN_DISC, page_tr(page, N_("= from this table")), WEIGHT_TEXT, COLOUR_INK);
    if (whole && harvest->max_votes > 0)
        add(flow, SIGN_BIG, page_tr(page, N_("large = many votes")), WEIGHT_TEXT, COLOUR_INK);
    if (harvest->relations_n > 0)
        add(flow, SIGN_ARROW, page_tr(page, N_("belongs together")), WEIGHT_TEXT, COLOUR_INK);
    if (whole && harvest->max_votes > 0)
        add(flow, SIGN_SWASH, page_tr(page, N_("first at its table")), WEIGHT_TEXT, COLOUR_INK);
}

// The fullest wording that fits `width` and `rows`, at the largest size from 16 down.
static void fit_parties(struct flow *flow, double width, int rows)
{
    size_t n = flow->page->harvest->parties_n;
    double least = flow->page->min_size;
    for (int icons = 1; icons >= 0; icons--)
        for (double size = fmax(16, least); size >= least - 0.01; size -= 0.5) {
            flow->size = size;
            flow->gap = icons != 0 ? GAP * flow->k : size * 0.4;
            fill_parties(flow, n, icons != 0);
            if (arrange(flow, width, rows))
                return;
        }
    flow->size = least;
    do
        fill_parties(flow, n, false);
    while (!arrange(flow, width, rows) && n-- > 0);
}

static void fit_legend(struct flow *flow, double width, int rows)
{
    double least = flow->page->min_size;
    for (int whole = 1; whole >= 0; whole--)
        for (double size = fmax(15.5, least); size >= least - 0.01; size -= 0.5) {
            flow->size = size;
            flow->gap = GAP * flow->k;
            fill_legend(flow, whole != 0);
            if (arrange(flow, width, rows))
                return;
        }
    flow->n = 0; // the picture reads without it
}

void footer_draw(struct page *page, struct box room)
{
    struct pen *pen = &page->pen;
    struct flow parties = {.page = page, .k = fmax(1, page->min_size / 16)}, legend = parties;
    bool stacked = page->portrait || room.w < 1500;
    int rows = 2;
    double row_h = (room.h - 8) / (stacked ? 4 : 2), y = room.y + 8 + row_h / 2;
    double left = stacked ? room.w : room.w * 0.64;
    fit_legend(&legend, stacked ? room.w : room.w - left - 30, rows);
    if (!stacked && legend.n == 0)
        left = room.w;
    fit_parties(&parties, left - 8, rows);
    furniture_begin_decoration(page);
    pen_push(pen, 0, 0, 1, "footer");
    struct line rule;
    line_init(&rule);
    line_add(&rule, room.x, room.y);
    line_add(&rule, room.x + room.w, room.y + 2);
    struct pen_stroke stroke = PEN_STROKE(PEN_FINE * 1.2);
    stroke.wobble = 1.6;
    pen_line(pen, &rule, stroke);
    line_clear(&rule);
    if (!stacked && legend.n > 0) {
        line_add(&rule, room.x + left + 8, room.y + 14);
        line_add(&rule, room.x + left + 6, room.y + room.h - 4);
        stroke.width = PEN_FINE;
        pen_line(pen, &rule, stroke);
        line_clear(&rule);
    }
    pen_pop(pen);
    scene_end(page->scene);
    draw(&parties, "footer:parties", room.x + 4, y, row_h);
    int used = parties.n > 0 ? parties.pieces[parties.n - 1].row + 1 : 0;
    draw(&legend, "footer:legend", stacked ? room.x + 4 : room.x + left + 24,
         stacked ? y + used * row_h : y, row_h);
    page_note(page, OBSTACLE_TEXT, room);
}
