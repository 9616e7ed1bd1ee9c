// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bundle.h"

#include <glib.h>
#include <math.h>

#include "app/kit.h"
#include "app/theme.h"
#include "base/tr.h"

#define RADIUS 14.0
#define ROW_MOST 64 // columns

int bundle_columns(size_t n, int most)
{
    int wanted = n <= 1 ? 1 : n == 2 || n == 4 ? 2 : n <= 6 ? 3 : n <= 12 ? 4 : 6;
    return MAX(1, MIN(wanted, MIN(most, ROW_MOST)));
}

struct box bundle_size(size_t n, int columns, double card_w, const double *h,
                       struct point *corners)
{
    double y = BUNDLE_TOP;
    for (size_t row = 0; row < n; row += (size_t)columns) {
        size_t end = MIN(n, row + (size_t)columns);
        double high = 0;
        for (size_t i = row; i < end; i++) {
            if (corners != NULL)
                corners[i] = (struct point){
                    BUNDLE_PADDING + (double)(i - row) * (card_w + BUNDLE_GAP), y};
            high = fmax(high, h[i]);
        }
        y += high + BUNDLE_GAP;
    }
    double w = 2 * BUNDLE_PADDING + columns * (card_w + BUNDLE_GAP) - BUNDLE_GAP;
    return (struct box){0, 0, w, y - BUNDLE_GAP + BUNDLE_PADDING};
}

void bundles_part(struct loop *loops, size_t n, double gap)
{
    for (size_t i = 0; i < n; i++) {
        for (bool moved = true; moved;) { // only ever downwards: ends below the lowest
            moved = false;
            for (size_t k = 0; k < i; k++) {
                if (box_overlaps(loops[i].box, loops[k].box, 0)) {
                    loops[i].box.y = loops[k].box.y + loops[k].box.h + gap + BUNDLE_HEAD / 2;
                    moved = true;
                }
            }
        }
    }
}

static struct kit_type name_type(double zoom)
{
    return (struct kit_type){fmax(KIT_TEXT_LEAST, 16 * fmin(1, zoom)), 800, COLOUR_INK, KIT_LEFT,
                             NULL};
}

static const char *name_of(struct kit *kit, const struct loop *loop)
{
    return *loop->name != '\0' ? loop->name : kit_tr(kit, N_("No name yet"));
}

static const char *count_of(struct kit *kit, const struct loop *loop)
{
    return kit_say(kit, tr_plural(kit->tr, "%d card", "%d cards", loop->n), (int)loop->n);
}

#define COUNT_TYPE ((struct kit_type){9, 500, COLOUR_INK, KIT_LEFT, NULL})

struct box bundle_head(struct kit *kit, const struct loop *loop, struct box box, double zoom)
{
    double h = BUNDLE_HEAD * fmax(0.8, fmin(1, zoom));
    double name = kit_text_width(kit, name_of(kit, loop), name_type(zoom));
    double count = zoom >= 0.6 ? 10 + kit_text_width(kit, count_of(kit, loop), COUNT_TYPE) : 0;
    double w = fmin(12 + name + count + 8, box.w - 12);
    return (struct box){box.x + fmin(18 * zoom, (box.w - w) / 2), box.y - h / 2, w, h};
}

void bundle_draw(struct kit *kit, const struct loop *loop, struct box box, double zoom,
                 uint32_t accent, enum bundle_state state)
{
    bool takes = state == BUNDLE_TAKES;
    struct line outline;
    line_init(&outline);
    line_add_rounded_rect(&outline, box.x, box.y, box.w, box.h, RADIUS * fmin(1, zoom));
    pen_push(&kit->pen, 0, 0, 1, kit_name(kit, "bundle:%" G_GINT64_FORMAT, loop->id));
    bool ink = kit->theme->loops_in_ink;
    pen_fill(&kit->pen, &outline,
             ink ? COLOUR_PAPER : colour_mix(COLOUR_WALL, accent, takes ? 0.3 : 0.14), 0, 0, 0, 0);
    struct pen_stroke stroke = PEN_STROKE(ink ? (takes ? 9 : 4.2) : takes ? 8.5 : PEN_HEAVY);
    stroke.closed = true;
    stroke.wobble = 1;
    stroke.colour = ink || state == BUNDLE_SELECTED ? COLOUR_INK : accent;
    pen_line(&kit->pen, &outline, stroke);
    pen_pop(&kit->pen);
    line_clear(&outline);
}

void bundle_draw_head(struct kit *kit, const struct loop *loop, struct box box, double zoom,
                      uint32_t accent, bool selected)
{
    struct box head = bundle_head(kit, loop, box, zoom);
    const char *key = kit_name(kit, "head:%" G_GINT64_FORMAT, loop->id);
    kit_hand_box(kit, head, 0, selected ? colour_mix(COLOUR_WARM, COLOUR_PAPER, 0.45) : COLOUR_PAPER,
                 PEN_FINE * (selected ? 1.8 : 1.2), key);
    kit_fill(kit, (struct box){head.x + 4, head.y + 5, 3, head.h - 10}, 1.5, accent);
    double middle = head.y + head.h / 2;
    double count = zoom >= 0.6 ? kit_text_width(kit, count_of(kit, loop), COUNT_TYPE) : 0;
    double room = head.w - 16 - (count > 0 ? count + 10 : 0);
    struct kit_type type = name_type(zoom);
    if (*loop->name == '\0') {
        type.weight = 500;
        type.colour = COLOUR_GREY;
    }
    double x = head.x + 12;
    x += kit_text_within(kit, name_of(kit, loop), x, middle, room, KIT_TEXT_LEAST, type);
    if (count > 0)
        kit_text(kit, count_of(kit, loop), x + 8, middle + 1, COUNT_TYPE);
}
