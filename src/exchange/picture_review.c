// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A year as a poster: its numbers, what was achieved, and the road through the months with the
// meetings on it.
#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/tr.h"
#include "draw/figure.h"
#include "exchange/paper.h"

#define ROAD_FROM_BOTTOM 46.0

struct year {
    const struct picture_tools *tools;
    struct arena *arena;
    const struct review *review;
    struct paper paper;
};

static void draw_head(struct year *y, const char *title)
{
    struct paper *p = &y->paper;
    const char *words = arena_printf(y->arena, tr_text(y->tools->tr, N_("Our year %d")),
                                     y->review->year);
    struct type type = {17, WEIGHT_BLACK, COLOUR_INK, PEN_CENTRE, ROLE_H1};
    double w = paper_width(p, words, type) + 34;
    paper_begin_decoration(p);
    figure_ribbon(&p->pen, p->w / 2 - w / 2, 13, w, 28, COLOUR_WARM, 9, 0, "banner");
    paper_end(p);
    paper_text(p, words, p->w / 2, 27.4, type);
    paper_text_within(p, title, p->w / 2, 51, p->w - 2 * PAPER_MARGIN,
                      (struct type){5.4, WEIGHT_SEMI, COLOUR_GREY, PEN_CENTRE, ROLE_P});
    const struct person people[] = {
        {HAIR_HEADSCARF, colour_accent(5), POSE_CHEER, STANCE_STAND, 0.4, true, false, false},
        {HAIR_BEARD, colour_accent(1), POSE_CHEER, STANCE_STAND, 0.3, false, false, false},
        {HAIR_AFRO, colour_accent(3), POSE_CHEER, STANCE_STAND, -0.3, false, false, false},
        {HAIR_GREY, colour_accent(4), POSE_WAVE, STANCE_STAND, -0.4, false, false, false},
    };
    const double at[] = {-w / 2 - 48, -w / 2 - 30, w / 2 + 30, w / 2 + 48};
    paper_begin_decoration(p);
    for (size_t i = 0; i < G_N_ELEMENTS(people); i++)
        figure_person(&p->pen, p->w / 2 + at[i], 50, 36 - (double)(i % 2) * 1.5, &people[i],
                      arena_printf(y->arena, "person%zu", i));
    paper_end(p);
}

static double draw_numbers(struct year *y, double top)
{
    struct paper *p = &y->paper;
    const struct review *r = y->review;
    const struct tr *tr = y->tools->tr;
    const struct {
        int count;
        const char *words, *icon;
    } numbers[] = {
        {r->meetings, tr_plural(tr, "meeting", "meetings", (unsigned long)(r->meetings)), "users-group"},
        {r->made, tr_plural(tr, "new agreement", "new agreements", (unsigned long)(r->made)), "file-plus"},
        {r->done, tr_plural(tr, "achieved", "achieved", (unsigned long)(r->done)), "circle-check"},
        {r->running + r->open, tr_plural(tr, "under way", "under way", (unsigned long)(r->running + r->open)), "route"},
        {r->dropped, tr_plural(tr, "given up", "given up", (unsigned long)(r->dropped)), "x"},
        {r->matches, tr_plural(tr, "match of offer and request", "matches of offers and requests", (unsigned long)(r->matches)), "arrows-exchange"},
        {r->cards, tr_plural(tr, "idea", "ideas", (unsigned long)(r->cards)), "bulb"},
    };
    size_t shown = 0, k = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++)
        shown += numbers[i].count > 0;
    if (shown == 0)
        return top;
    double cell = fmin(64, (p->w - 2 * PAPER_MARGIN) / (double)shown);
    double x0 = p->w / 2 - cell * (double)shown / 2;
    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++) {
        if (numbers[i].count == 0)
            continue;
        double x = x0 + cell * ((double)k + 0.5);
        struct line disc;
        line_init(&disc);
        line_add_ellipse(&disc, x, top + 17, 17, 16.4, 0);
        paper_begin_decoration(p);
        pen_push(&p->pen, 0, 0, 1, arena_printf(y->arena, "disc%zu", i));
        pen_polygon(&p->pen, &disc, colour_mix(colour_accent((int)k + 1), COLOUR_PAPER, 0.5));
        struct pen_stroke stroke = PEN_STROKE(PEN_MEDIUM);
        stroke.closed = true;
        pen_line(&p->pen, &disc, stroke);
        pen_pop(&p->pen);
        paper_end(p);
        line_clear(&disc);
        paper_sign(p, numbers[i].icon, x - 3.6, top + 5, 7.2, COLOUR_INK);
        paper_text(p, arena_printf(y->arena, "%d", numbers[i].count), x, top + 20.4,
                   (struct type){15, WEIGHT_BLACK, COLOUR_INK, PEN_CENTRE, ROLE_P});
        paper_block(p, numbers[i].words,
                    x - cell / 2 + 2, top + 36.4, cell - 4, 2,
                    (struct type){4.4, WEIGHT_BOLD, COLOUR_INK, PEN_CENTRE, ROLE_NONE}, true);
        k++;
    }
    return top + 52;
}

static void draw_achieved(struct year *y, double top, double bottom)
{
    struct paper *p = &y->paper;
    const struct review *r = y->review;
    enum { COLUMNS = 3 };
    const double gap = 5, w = (p->w - 2 * PAPER_MARGIN - gap * (COLUMNS - 1)) / COLUMNS;
    const size_t wanted = MAX((r->achieved_n + COLUMNS - 1) / COLUMNS, 1);
    const double h = fmax(19, fmin(26, (bottom - top - 12) / (double)wanted - 4));
    const size_t rows = (size_t)fmax(0, floor((bottom - top - 8) / (h + 4)));
    size_t room = rows * COLUMNS, n = MIN(r->achieved_n, room);
    if (r->achieved_n == 0 || room == 0)
        return;
    paper_text(p, paper_tr(p, N_("We achieved this")), PAPER_MARGIN, top + 4,
               (struct type){7.4, WEIGHT_BLACK, COLOUR_INK, PEN_START, ROLE_H2});
    if (r->achieved_n > n)
        paper_text(p,
                   arena_printf(y->arena, tr_text(y->tools->tr, N_("and %zu more")),
                                r->achieved_n - n),
                   p->w - PAPER_MARGIN, top + 5,
                   (struct type){4, WEIGHT_TEXT, COLOUR_GREY, PEN_END, ROLE_P});
    for (size_t i = 0; i < n; i++) {
        const struct agreement *a = &r->achieved[i].agreement;
        const struct box box = {PAPER_MARGIN + (w + gap) * (double)(i % COLUMNS),
                                top + 11 + (h + 4) * (double)(i / COLUMNS), w, h};
        paper_box(p, box, 2, COLOUR_DONE_PALE, PEN_MEDIUM, arena_printf(y->arena, "done%zu", i));
        paper_icon(p, paper_icon_of(p, a->icon, a->what, category_icon(a->category)), box.x + 3.5,
                   box.y + h / 2 - 6, 12, colour_accent((int)i + 1));
        struct type what = {4.3, WEIGHT_BOLD, COLOUR_INK, PEN_START, ROLE_LI};
        double high = paper_block(p, a->what, 0, 0, w - 22, 2, what, false);
        double y0 = box.y + h / 2 - (high + 5.2) / 2;
        paper_block(p, a->what, box.x + 19, y0, w - 22, 2, what, true);
        const char *date = day_words(y->arena, y->tools->tr, a->done_on, DAY_SHORT);
        double dw = paper_width(p, date, (struct type){3.4, WEIGHT_BOLD, COLOUR_DONE, PEN_END, ROLE_NONE});
        paper_text(p, date, box.x + w - 3.5, y0 + high + 2.8,
                   (struct type){3.4, WEIGHT_BOLD, COLOUR_DONE, PEN_END, ROLE_NONE});
        paper_text_within(p, a->who, box.x + 19, y0 + high + 2.8, w - 26 - dw,
                          (struct type){3.4, WEIGHT_TEXT, COLOUR_GREY, PEN_START, ROLE_NONE});
    }
}

static void draw_months(struct year *y)
{
    struct paper *p = &y->paper;
    const struct review *r = y->review;
    const double road = p->h - ROAD_FROM_BOTTOM, x0 = PAPER_MARGIN, w = p->w - 2 * PAPER_MARGIN;
    const int first = day_of(arena_printf(y->arena, "%04d-01-01", r->year));
    paper_road(p, 0, p->w, road, 10);
    for (int month = 1; month <= 12; month++) {
        const char *iso = arena_printf(y->arena, "%04d-%02d-01", r->year, month);
        const char *words = day_words(y->arena, y->tools->tr, iso, DAY_SHORT);
        double x = x0 + w * (day_of(iso) - first) / 366.0;
        paper_text(p, strchr(words, ' ') != NULL ? strchr(words, ' ') + 1 : words, x, road + 15.5,
                   (struct type){4.2, WEIGHT_BOLD, COLOUR_GREY, PEN_START, ROLE_NONE});
    }
    // Trees where no sign stands.
    for (int k = 0; k < 14; k++) {
        double x = x0 + 8 + (w - 16) * k / 13;
        bool free = true;
        for (size_t i = 0; i < r->held_n; i++)
            free = free && fabs(x - (x0 + w * (day_of(r->held[i].meeting.date) - first) / 366.0)) > 17;
        if (!free)
            continue;
        paper_begin_decoration(p);
        pen_push(&p->pen, x, road + 1.5, 1, arena_printf(y->arena, "tree%d", k));
        if (k % 3 == 2)
            figure_bush(&p->pen, 0, 0, 8, colour_accent(2));
        else
            figure_tree(&p->pen, 0, 0, 20 + 5 * (k % 2), colour_accent(2), k % 2);
        pen_pop(&p->pen);
        paper_end(p);
    }
    double last = -1e9;
    for (size_t i = 0; i < r->held_n; i++) {
        const struct meeting *m = &r->held[i].meeting;
        double x = x0 + w * (day_of(m->date) - first) / 366.0;
        if (x - last < 16) // as many signs as stand beside one another
            continue;
        last = x;
        struct line post;
        line_init(&post);
        line_add(&post, x, road - 10);
        line_add(&post, x, road + 1);
        paper_begin_decoration(p);
        pen_line(&p->pen, &post, PEN_STROKE(PEN_HEAVY));
        paper_end(p);
        line_clear(&post);
        const char *date = day_words(y->arena, y->tools->tr, m->date, DAY_SHORT);
        struct type when = {4, WEIGHT_BLACK, COLOUR_INK, PEN_CENTRE, ROLE_LI};
        double dw = paper_width(p, date, when) + 6;
        paper_box(p, (struct box){x - dw / 2, road - 18, dw, 8}, 1, COLOUR_WARM, PEN_FINE * 1.2,
                  arena_printf(y->arena, "meeting%zu", i));
        paper_text(p, date, x, road - 14, when);
    }
}

struct scene *picture_review(const struct picture_tools *tools, struct arena *arena,
                             const struct review *review, const char *title, const char *note,
                             double w, double h)
{
    struct year y = {tools, arena, review, paper_new(tools, arena, w, h, "review")};
    draw_head(&y, title);
    double top = draw_numbers(&y, 60);
    draw_achieved(&y, top + 2, h - ROAD_FROM_BOTTOM - 20);
    draw_months(&y);
    paper_footer(&y.paper, *note != '\0' ? note : title, "Erntebild");
    return y.paper.scene;
}
