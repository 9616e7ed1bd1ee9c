// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poster/photo.h"

#include <math.h>

#include "base/tr.h"
#include "draw/bitmap.h"
#include "draw/stroke.h"
#include "poster/furniture.h"
#include "poster/page.h"

#define EDGE 10.0  // white, round the picture
#define TAPE_W 58.0
#define TAPE_H 22.0

struct box photo_size(const struct page *page, double w, double h)
{
    const struct bitmap *picture = page->picture;
    if (picture == NULL || w <= 4 * EDGE || h <= 4 * EDGE)
        return BOX_EMPTY;
    double k = fmin((w - 2 * EDGE) / picture->w, (h - 2 * EDGE) / picture->h);
    return (struct box){0, 0, picture->w * k + 2 * EDGE, picture->h * k + 2 * EDGE};
}

static void draw_tape(struct pen *pen, double x, double y, double slope)
{
    double w = TAPE_W / 2, h = TAPE_H / 2;
    stroke_shape(pen,
                 POINTS({x - w, y - h - slope}, {x + w, y - h + slope}, {x + w - 3, y + h + slope},
                        {x - w + 3, y + h - slope}),
                 STROKE_STRAIGHT, colour_mix(COLOUR_WARM, COLOUR_PAPER, 0.25), PEN_FINE * 0.8, 1, 1);
}

void photo_draw(struct page *page, struct box box)
{
    struct pen *pen = &page->pen;
    furniture_begin_figure(page, "figure:picture", page_tr(page, N_("Picture of the hosts")));
    pen_push(pen, 0, 0, 1, "picture");
    struct line sheet;
    line_init(&sheet);
    line_add_rect(&sheet, box.x, box.y, box.w, box.h);
    pen_fill(pen, &sheet, COLOUR_SHADOW, 6, 6, 1, 0);
    pen_shape(pen, &sheet, COLOUR_PAPER, PEN_MEDIUM, 0, 0, 0);
    line_clear(&sheet);
    pen_image(pen, page->picture,
              (struct box){box.x + EDGE, box.y + EDGE, box.w - 2 * EDGE, box.h - 2 * EDGE});
    draw_tape(pen, box.x + box.w * 0.2, box.y + 1, -6);
    draw_tape(pen, box.x + box.w * 0.8, box.y + 1, 6);
    pen_pop(pen);
    scene_end(page->scene);
    page_note(page, OBSTACLE_DRAWING, box_grow(box, 8));
}
