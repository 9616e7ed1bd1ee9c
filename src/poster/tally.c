// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poster/tally.h"

#include <glib.h>
#include <inttypes.h>
#include <math.h>

#include "base/arena.h"
#include "base/tr.h"
#include "poster/page.h"
#include "poster/wording.h"

enum { DOTS_A_ROW = 4, DOTS_A_WIDE_ROW = 5, DOTS_BESIDE = 12 };
enum { WEIGHT_PILL = 700, WEIGHT_NUMBER = 400 };

// "No. 12" in the page's language; `room` bytes at `out`.
static const char *number_text(struct page *page, int number, char *out, size_t room)
{
    g_snprintf(out, (gulong)room, page_tr(page, N_("No. %d")), number);
    return out;
}

static const char *votes_text(int64_t votes, char *out, size_t room)
{
    g_snprintf(out, (gulong)room, "%" PRId64, votes);
    return out;
}

struct tally tally_of(const struct plan *plan, const struct harvest_idea *idea, double room,
                      bool row, double grown)
{
    char text[64];
    struct page *page = plan->page;
    double s = plan->s;
    struct tally tally = {.row = row, .r = 3.9 * s * grown};
    tally.pitch = 2.5 * tally.r;
    if (page->vote_numbers && idea->votes > 0) {
        tally.pill_size = fmax(page->min_size, 15.5 * s);
        tally.pill_h = tally.pill_size * 1.36;
        tally.pill_w = page_text_width(page, votes_text(idea->votes, text, sizeof text),
                                       WEIGHT_PILL, NULL, tally.pill_size) +
                       14 * s;
        tally.w = tally.pill_w;
        tally.h = tally.pill_h;
    } else if (idea->votes > 0) {
        tally.dots = (int)idea->votes;
        tally.per = row                                    ? DOTS_BESIDE
                    : room > DOTS_A_WIDE_ROW * tally.pitch ? DOTS_A_WIDE_ROW
                                                           : DOTS_A_ROW;
        tally.w = MIN(tally.dots, tally.per) * tally.pitch;
        tally.h = ceil((double)tally.dots / tally.per) * tally.pitch;
    }
    if (!idea->cut)
        return tally;
    tally.number_size = fmax(page->min_size, 14 * s);
    tally.number_w = page_text_width(page, number_text(page, idea->number, text, sizeof text),
                                     WEIGHT_NUMBER, page_lang(page), tally.number_size);
    if (row) {
        tally.w += tally.number_w + (tally.w > 0 ? 9 * s : 0);
        tally.h = fmax(tally.h, tally.number_size);
    } else {
        tally.w = fmax(tally.w, tally.number_w);
        tally.h += tally.number_size * 1.25;
    }
    return tally;
}

void tally_draw_dots(struct page *page, int n, int per, double x, double y, double r, double pitch,
                     uint32_t colour, const char *key)
{
    struct pen *pen = &page->pen;
    pen_push(pen, 0, 0, 1, key);
    for (int i = 0; i < n; i++) {
        double cx = x + (i % per) * pitch + r, cy = y + (i / per) * pitch + r;
        pen_dot(pen, cx, cy, r, colour);
        struct line ring;
        line_init(&ring);
        line_add_ellipse(&ring, cx - 0.5, cy - 0.4, r, r, 16);
        struct pen_stroke stroke = PEN_STROKE(1.05);
        stroke.closed = true;
        stroke.wobble = 0.4;
        pen_line(pen, &ring, stroke);
        line_clear(&ring);
    }
    pen_pop(pen);
}

void tally_draw_pill(struct page *page, const char *text, double x, double y, double w, double h,
                     double size, uint32_t colour, bool outlined, const char *key)
{
    struct pen *pen = &page->pen;
    struct line pill;
    line_init(&pill);
    line_add_rounded_rect(&pill, x, y, w, h, h * 0.48);
    pen_push(pen, 0, 0, 1, key);
    if (outlined)
        pen_shape(pen, &pill, colour, PEN_FINE, 1, 1, 0);
    else
        pen_fill(pen, &pill, colour, 0, 0, 0.8, 0);
    pen_pop(pen);
    line_clear(&pill);
    pen_text(pen, page_run(page, text, WEIGHT_PILL, NULL), x + w / 2, y + h * 0.5 + size * 0.34,
             size, PEN_CENTRE, COLOUR_INK);
    page_note_size(page, size);
}

void tally_draw(struct page *page, const struct harvest_idea *idea, const struct tally *tally,
                const char *table, double x, double y, double s, uint32_t colour)
{
    if (tally->h <= 0)
        return;
    const char *key = arena_printf(page->arena, "tally %s", idea->id);
    char text[64];
    scene_begin(page->scene, (struct scene_mark){.kind = KIND_DECORATION,
                                                 .role = ROLE_ARTIFACT,
                                                 .id = idea->id,
                                                 .table = table,
                                                 .box = BOX_EMPTY});
    double bottom = y, right = x;
    if (tally->pill_w > 0) {
        tally_draw_pill(page, votes_text(idea->votes, text, sizeof text),
                        tally->row ? x : x - tally->pill_w / 2, y, tally->pill_w, tally->pill_h,
                        tally->pill_size, colour, true, key);
        bottom += tally->pill_h;
        right += tally->pill_w + 9 * s;
    } else if (tally->dots > 0) {
        double w = MIN(tally->dots, tally->per) * tally->pitch;
        tally_draw_dots(page, tally->dots, tally->per, tally->row ? x : x - w / 2, y, tally->r,
                        tally->pitch, colour, key);
        bottom += ceil((double)tally->dots / tally->per) * tally->pitch;
        right += w + 9 * s;
    }
    if (tally->number_size > 0) {
        number_text(page, idea->number, text, sizeof text);
        const struct run *run = page_run(page, text, WEIGHT_NUMBER, page_lang(page));
        double size = tally->number_size;
        if (tally->row)
            pen_text(&page->pen, run, right, y + tally->h * 0.5 + size * 0.34, size, PEN_START,
                     COLOUR_GREY);
        else
            pen_text(&page->pen, run, x, bottom + size * 1.02, size, PEN_CENTRE, COLOUR_GREY);
        page_note_size(page, size);
    }
    scene_end(page->scene);
}
