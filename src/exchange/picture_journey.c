// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What became of ideas: for each a road with a board a step, from the card to what is done (picture
// 10, below), A3 landscape.
#include <glib.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/tr.h"
#include "draw/figure.h"
#include "exchange/document.h"

enum { BOARDS = 6, BOARDS_MOST = 8 };
#define ROAD_H 8.0
#define BOARD_H 38.0
#define ROW_H 80.0 // heading, boards, flags, road
#define FIRST_ROW 31.0

struct travel {
    struct document doc;
    const char *title; // of every page
};

static const struct {
    const char *words, *icon;
} kinds[] = {
    [STEP_CARD] = {N_("Card"), "note"},
    [STEP_CORE_POINT] = {N_("Core point"), "star"},
    [STEP_AGREEMENT] = {N_("Agreement"), "file-check"},
    [STEP_MEETING] = {N_("Meeting"), "users"},
    [STEP_DONE] = {N_("Done"), "circle-check"},
    [STEP_DROPPED] = {N_("Dropped"), "x"},
};

static void draw_title(struct travel *t)
{
    paper_text_within(&t->doc.paper, t->title, PAPER_MARGIN, 20, A3_W - 2 * PAPER_MARGIN,
                      (struct type){11, WEIGHT_BLACK, COLOUR_INK, PEN_START, ROLE_H1});
}

static void draw_shape(struct travel *t, const struct step *step, struct box box, const char *key)
{
    struct paper *p = &t->doc.paper;
    if (step->kind != STEP_CARD) {
        paper_box(p, box, 1.6,
                  step->kind == STEP_DONE      ? COLOUR_DONE_PALE
                  : step->kind == STEP_DROPPED ? COLOUR_BAR
                                               : COLOUR_PAPER,
                  PEN_MEDIUM, key);
        return;
    }
    struct line cloud;
    line_init(&cloud);
    line_add_rounded_rect(&cloud, box.x + 1, box.y + 1, box.w - 2, box.h - 2, 3);
    line_scallop(&cloud, 6.2, 1.6);
    paper_begin_decoration(p);
    pen_push(&p->pen, 0, 0, 1, key);
    pen_polygon(&p->pen, &cloud, colour_mix(COLOUR_WARM, COLOUR_PAPER, 0.68));
    struct pen_stroke stroke = PEN_STROKE(PEN_MEDIUM);
    stroke.closed = true;
    stroke.wobble = 0.5;
    pen_line(&p->pen, &cloud, stroke);
    pen_pop(&p->pen);
    paper_end(p);
    line_clear(&cloud);
}

static void draw_board(struct travel *t, const struct journey *journey, const struct step *step,
                       struct box box, double road, const char *key)
{
    struct paper *p = &t->doc.paper;
    const uint32_t colour = colour_accent(journey->colour >= 0 ? journey->colour + 1 : 1);
    struct line post;
    line_init(&post);
    line_add(&post, box.x + 9, box.y + box.h);
    line_add(&post, box.x + 9, road + 1);
    paper_begin_decoration(p);
    pen_push(&p->pen, 0, 0, 1, key);
    pen_line(&p->pen, &post, PEN_STROKE(PEN_HEAVY));
    pen_pop(&p->pen);
    paper_end(p);
    line_clear(&post);
    draw_shape(t, step, box, key);
    const char *icon = step->kind == STEP_CORE_POINT || step->kind == STEP_MEETING
                           ? kinds[step->kind].icon
                           : paper_icon_of(p, step->icon, step->title, kinds[step->kind].icon);
    paper_icon(p, icon, box.x + 4, box.y + 4, 11, step->kind == STEP_DROPPED ? COLOUR_NONE : colour);
    const double x = box.x + 18, w = box.w - 21;
    paper_text_within(p, step->kind == STEP_CARD ? step->detail : paper_tr(p, kinds[step->kind].words),
                      x, box.y + 6.4, w,
                      (struct type){3.6, WEIGHT_BOLD, COLOUR_GREY, PEN_START, ROLE_P});
    // What was said or agreed; a note's own words rather than the meeting's name.
    const char *text = step->kind == STEP_MEETING || (step->kind == STEP_DONE && *step->detail != '\0')
                           ? step->detail
                           : step->title;
    struct type type = {4.4, WEIGHT_BOLD, COLOUR_INK, PEN_START, ROLE_P};
    const char *under = step->kind == STEP_AGREEMENT ? step->detail : "";
    const double room = box.h - 12 - (*under != '\0' ? 8.5 : 0);
    double high = paper_block(p, text, 0, 0, w, 0, type, false);
    while (high > room && type.size > 3.4) {
        type.size *= 0.94;
        high = paper_block(p, text, 0, 0, w, 0, type, false);
    }
    int lines = high > room ? (int)fmax(1, floor(room / (type.size * 1.21))) : 0;
    high = paper_block(p, text, x, box.y + 9.4, w, lines, type, true);
    paper_block(p, under, x, box.y + 9.8 + high, w, 2,
                (struct type){3.3, WEIGHT_TEXT, COLOUR_GREY, PEN_START, ROLE_NONE}, true);
    // The date hangs on the post.
    const char *date = day_words(t->doc.arena, t->doc.tools->tr, step->date, DAY_FULL);
    if (*date != '\0') {
        struct type when = {3.6, WEIGHT_BLACK, COLOUR_INK, PEN_START, ROLE_NONE};
        double dw = paper_width(p, date, when) + 5;
        paper_box(p, (struct box){box.x + 3, box.y + box.h + 1.5, dw, 6.6}, 0.8, COLOUR_WARM,
                  PEN_FINE * 1.2, arena_printf(t->doc.arena, "%sdate", key));
        paper_text(p, date, box.x + 5.5, box.y + box.h + 4.8, when);
    }
}

static void draw_row(struct travel *t, const struct journey *journey, size_t first, size_t n,
                     double y, size_t index)
{
    const double room = A3_W - 2 * PAPER_MARGIN - 24, cell = room / (double)MAX(n, BOARDS);
    const double road = y + BOARD_H + 12.5;
    paper_road(&t->doc.paper, 0, A3_W, road, ROAD_H);
    for (size_t i = 0; i < n; i++)
        draw_board(t, journey, &journey->steps[first + i],
                   (struct box){PAPER_MARGIN + cell * (double)i, y, cell - 5, BOARD_H}, road,
                   arena_printf(t->doc.arena, "board%zu-%zu", index, first + i));
    // What lies ahead is open country.
    paper_begin_decoration(&t->doc.paper);
    for (double x = PAPER_MARGIN + cell * (double)n + 14, k = 0; x < A3_W - 52; x += 34, k++) {
        pen_push(&t->doc.paper.pen, x, road + 1.5, 1,
                 arena_printf(t->doc.arena, "tree%zu-%zu-%.0f", index, first, k));
        if (fmod(k, 3) == 1)
            figure_bush(&t->doc.paper.pen, 0, 0, 7, colour_accent(2));
        else
            figure_tree(&t->doc.paper.pen, 0, 0, 17 + 4 * fmod(k, 2), colour_accent(2), (int)k % 2);
        pen_pop(&t->doc.paper.pen);
    }
    paper_end(&t->doc.paper);
    const struct person people[] = {
        {HAIR_HEADSCARF, colour_accent(5), POSE_WAVE, STANCE_STAND, -0.5, true, false, false},
        {HAIR_SHORT, colour_accent(1), POSE_DOWN, STANCE_WALK, -0.5, false, false, false},
    };
    paper_begin_decoration(&t->doc.paper);
    for (size_t i = 0; i < G_N_ELEMENTS(people); i++)
        figure_person(&t->doc.paper.pen, A3_W - 27 + 12 * (double)i, road + 3, 24 - (double)i, &people[i],
                      arena_printf(t->doc.arena, "person%zu-%zu", index, i));
    paper_end(&t->doc.paper);
}

static void draw_journey(struct travel *t, const struct journey *journey, size_t index)
{
    // More steps than one road has room for go on along a second one.
    for (size_t first = 0; first < journey->n; first += BOARDS_MOST) {
        if (document_need(&t->doc, ROW_H))
            draw_title(t);
        const char *idea = journey->title, *colon = strstr(idea, ": ");
        if (journey->card != 0 && colon != NULL)
            idea = arena_strndup(t->doc.arena, idea, (size_t)(colon - idea));
        paper_text_within(&t->doc.paper,
                          first == 0
                              ? arena_printf(t->doc.arena,
                                             tr_text(t->doc.tools->tr,
                                                     N_("What became of the idea “%s”?")),
                                             idea)
                              : arena_printf(t->doc.arena, "… %s", idea),
                          PAPER_MARGIN, t->doc.y + 4, A3_W - 2 * PAPER_MARGIN,
                          (struct type){6.4, WEIGHT_BLACK, COLOUR_INK, PEN_START, ROLE_H2});
        draw_row(t, journey, first, MIN(journey->n - first, BOARDS_MOST), t->doc.y + 11, index);
        t->doc.y += ROW_H + 2;
    }
}

struct pages picture_journeys(const struct picture_tools *tools, struct arena *arena,
                              const struct journey *journeys, size_t n, const char *title,
                              const char *note)
{
    struct travel t = {
        document_begin(tools, arena, "journeys", A3_W, A3_H, FIRST_ROW, A3_H - 18), title};
    draw_title(&t);
    for (size_t i = 0; i < n; i++)
        draw_journey(&t, &journeys[i], i);
    return document_end(&t.doc, *note != '\0' ? note : "Erntebild");
}
