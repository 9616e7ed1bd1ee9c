// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <glib.h>
#include <math.h>

#include "base/arena.h"
#include "draw/figure.h"
#include "poster/footer.h"

#define SIZE 16.0 // at which signs have their size
#define LARGE 1.4
#define LABEL_GAP 0.9 // em, after the heading of a flow
#define PART_GAP 1.5
#define LEAST_WORDS 5 // em: a shorter beginning says nothing

void flow_start(struct flow *flow, double size, double gap, double width)
{
    flow->n = flow->rows = 0;
    flow->size = size;
    flow->gap = gap;
    flow->width = width;
    flow->indent = 0;
    flow->cut = false;
}

static double sign_width(struct flow *flow, enum sign sign, const char *mark)
{
    static const double widths[] = {
        [SIGN_NONE] = 0,  [SIGN_PARTY] = 32, [SIGN_ICON] = 32, [SIGN_DOTS] = 42,  [SIGN_PILL] = 20,
        [SIGN_DISC] = 28, [SIGN_LARGE] = 8,  [SIGN_ARROW] = 52, [SIGN_SWASH] = 62};
    double w = widths[sign] * flow->size / SIZE;
    if (sign == SIGN_LARGE || sign == SIGN_PILL)
        w += furniture_width(flow->page, mark, WEIGHT_BOLD,
                             flow->size * (sign == SIGN_LARGE ? LARGE : 1));
    return w;
}

void flow_add(struct flow *flow, enum sign sign, const char *mark, const char *text, int weight,
              uint32_t colour)
{
    if (text == NULL || *text == '\0' || flow->n == PIECES_MOST)
        return;
    struct piece piece = {
        .sign = sign, .mark = mark, .text = text, .weight = weight, .colour = colour};
    piece.sign_w = sign_width(flow, sign, mark);
    double room = flow->width - flow->indent - piece.sign_w;
    piece.text = furniture_line_within(flow->page, text, weight, flow->size, room);
    flow->cut = flow->cut || piece.text != text;
    piece.w = piece.sign_w + furniture_width(flow->page, piece.text, weight, flow->size);
    if (piece.text != text && room < LEAST_WORDS * flow->size)
        return;
    piece.gap = flow->n == 0 ? fmax(flow->gap, LABEL_GAP * flow->size) : flow->gap;
    if (flow->n == 0 && weight == WEIGHT_BOLD)
        flow->indent = piece.w + piece.gap;
    flow->pieces[flow->n++] = piece;
}

void flow_part(struct flow *flow)
{
    if (flow->n > 1)
        flow->pieces[flow->n - 1].gap = fmax(flow->gap, PART_GAP * flow->size);
}

bool flow_arrange(struct flow *flow, int rows)
{
    double x = 0;
    int row = 0;
    for (int i = 0; i < flow->n; i++) {
        struct piece *piece = &flow->pieces[i];
        if (x > flow->indent && x + piece->w > flow->width + 0.01) {
            row++;
            x = flow->indent;
        }
        piece->x = x;
        piece->row = row;
        x += piece->w + piece->gap;
    }
    flow->rows = flow->n > 0 ? row + 1 : 0;
    return flow->rows <= rows;
}

static void draw_dots(struct pen *pen)
{
    for (int i = 0; i < 3; i++) {
        struct line line;
        line_init(&line);
        line_add_ellipse(&line, 5 + i * 11.5, 0, 4.6, 4.6, 16);
        pen_shape(pen, &line, colour_accent(1), 1.05, 0.4, 0.4, 0);
        line_clear(&line);
    }
}

static void draw_shape(struct pen *pen, const struct piece *piece, double k)
{
    struct line line;
    line_init(&line);
    switch (piece->sign) {
    case SIGN_PARTY:
        pen_icon(pen, "users", 0, -12.5, 25, COLOUR_SHADOW, PEN_FINE * 0.8, piece->text);
        break;
    case SIGN_ICON:
        pen_icon(pen, piece->mark, 0, -12.5, 25, COLOUR_SHADOW, PEN_FINE * 0.8, piece->text);
        break;
    case SIGN_DOTS:
        draw_dots(pen);
        break;
    case SIGN_PILL:
        line_add_rounded_rect(&line, 0, -10.5, piece->sign_w / k - 7, 21, 10);
        pen_shape(pen, &line, colour_accent(1), PEN_FINE, 1, 1, 0);
        break;
    case SIGN_DISC:
        line_add_ellipse(&line, 11, 0, 11, 11, 22);
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
    case SIGN_LARGE:
        break;
    }
    line_clear(&line);
}

// The sign, its left end at x, its middle at y, and the word in it.
static void draw_sign(struct flow *flow, const struct piece *piece, double x, double y,
                      double row_h)
{
    struct page *page = flow->page;
    struct pen *pen = &page->pen;
    double k = flow->size / SIZE;
    furniture_begin_decoration(page);
    pen_push(pen, x, y, k, arena_printf(page->arena, "%s %d", flow->id, (int)piece->sign));
    draw_shape(pen, piece, k);
    pen_pop(pen);
    scene_end(page->scene);
    if (piece->mark == NULL || piece->sign == SIGN_ICON)
        return;
    double size = flow->size;
    if (piece->sign == SIGN_LARGE) { // as large as its row allows
        double ink = page_run(page, piece->mark, WEIGHT_BOLD, page_lang(page))->ink.h;
        size = fmax(size, fmin(size * LARGE, row_h * 0.84 / fmax(1, ink)));
    }
    double middle = piece->sign == SIGN_DISC   ? x + 11 * k
                    : piece->sign == SIGN_PILL ? x + (piece->sign_w - 7 * k) / 2
                                               : x + (piece->sign_w - 8 * k) / 2;
    // A large word stands on the line of the others.
    double line = piece->sign == SIGN_LARGE ? flow->size : size;
    page_line(page, KIND_FOOTER, NULL, NULL, piece->mark, WEIGHT_BOLD, NULL, middle,
              furniture_baseline(page, piece->mark, WEIGHT_BOLD, y, line), size, PEN_CENTRE,
              COLOUR_INK);
}

void flow_draw(struct flow *flow, double x, double y, double row_h)
{
    for (int i = 0; i < flow->n; i++) {
        const struct piece *piece = &flow->pieces[i];
        double left = x + piece->x, middle = y + piece->row * row_h;
        if (piece->sign != SIGN_NONE)
            draw_sign(flow, piece, left, middle, row_h);
        page_line(flow->page, KIND_FOOTER, arena_printf(flow->page->arena, "%s:%d", flow->id, i),
                  NULL, piece->text, piece->weight, NULL, left + piece->sign_w,
                  furniture_baseline(flow->page, piece->text, piece->weight, middle, flow->size),
                  flow->size, PEN_START, piece->colour);
    }
}
