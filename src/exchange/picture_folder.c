// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What one party takes home on A4 (picture 32b): its house, the poster, what it brought, what it
// promised with boxes to tick, what fits; then who of the others does what, gaps dashed in red, and
// the next dates along the road.
#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/tr.h"
#include "draw/figure.h"
#include "exchange/paper.h"

enum { A4_W = 210, A4_H = 297, CARDS_MOST = 4, DATES_MOST = 3, MATCHES_MOST = 2 };
#define RIGHT (A4_W - PAPER_MARGIN)
#define WIDTH (A4_W - 2 * PAPER_MARGIN)
#define BOTTOM (A4_H - 19.0)

struct binder {
    const struct picture_tools *tools;
    struct arena *arena;
    const struct portfolio *portfolio;
    struct paper paper;
    GPtrArray *pages;
    double y;
};

static const struct type heading = {5.8, WEIGHT_BLACK, COLOUR_INK, PEN_START, ROLE_H2};
static const struct type small = {3.3, WEIGHT_TEXT, COLOUR_GREY, PEN_START, ROLE_NONE};

static void begin_page(struct binder *b)
{
    b->paper = paper_new(b->tools, b->arena, A4_W, A4_H,
                         arena_printf(b->arena, "folder%u", b->pages->len));
    g_ptr_array_add(b->pages, b->paper.scene);
    b->y = PAPER_MARGIN + 2;
}

static bool need(struct binder *b, double height)
{
    if (b->y + height <= BOTTOM)
        return false;
    begin_page(b);
    return true;
}

static uint32_t colour_of(const struct binder *b, int64_t party)
{
    for (size_t i = 0; i < b->portfolio->parties_n; i++)
        if (b->portfolio->parties[i].party == party)
            return colour_accent((int)i + 1);
    return COLOUR_KEY;
}

static const char *name_of(const struct binder *b, int64_t party)
{
    for (size_t i = 0; i < b->portfolio->parties_n; i++)
        if (b->portfolio->parties[i].party == party)
            return b->portfolio->parties[i].name;
    return "";
}

// ---- the party's page ---------------------------------------------------------------------------

static void draw_head(struct binder *b)
{
    struct paper *p = &b->paper;
    const struct portfolio *f = b->portfolio;
    const struct person people[] = {
        {HAIR_BOB, colour_accent(f->colour + 1), POSE_GIVE, STANCE_STAND, -0.4, false, false, false},
        {HAIR_BEARD, colour_accent(f->colour + 3), POSE_WAVE, STANCE_STAND, -0.3, false, false, false},
    };
    paper_begin_decoration(p);
    figure_house(&p->pen, PAPER_MARGIN, 41, 23, 18, colour_accent(f->colour + 1));
    for (size_t i = 0; i < G_N_ELEMENTS(people); i++)
        figure_person(&p->pen, RIGHT - 20 + 14 * (double)i, 42.5, 27.5 - (double)i, &people[i],
                      arena_printf(b->arena, "person%zu", i));
    paper_end(p);
    paper_text(p, paper_tr(p, N_("Folder for")), 46, 19,
               (struct type){4.1, WEIGHT_SEMI, COLOUR_GREY, PEN_START, ROLE_NONE});
    struct type name = {10, WEIGHT_BLACK, COLOUR_INK, PEN_START, ROLE_H1};
    while (name.size > 6 && paper_width(p, f->party->name, name) > RIGHT - 34 - 46)
        name.size -= 0.25;
    paper_text_within(p, f->party->name, 46, 28.6, RIGHT - 34 - 46, name);
    const char *when = day_words(b->arena, b->tools->tr, f->workshop_date, DAY_FULL);
    paper_text_within(p,
                      *when != '\0' ? arena_printf(b->arena, "%s, %s", f->workshop, when)
                                    : f->workshop,
                      46, 37.4, RIGHT - 34 - 46, small);
    b->y = 48;
}

static void draw_poster(struct binder *b, double x, double y, double w, double h)
{
    struct paper *p = &b->paper;
    const struct scene *poster = b->portfolio->poster;
    double scale = fmin(w / poster->w, h / poster->h);
    paper_fill(p, (struct box){x + 0.5, y + 0.6, poster->w * scale, poster->h * scale}, 0,
               COLOUR_SHADOW);
    // A picture of a page that lies in the folder: to a reader it is one drawing.
    paper_begin_figure(p, "poster", paper_tr(p, N_("The harvest poster of the workshop, in small")));
    paper_fill(p, (struct box){x, y, poster->w * scale, poster->h * scale}, 0, COLOUR_PAPER);
    scene_use(p->scene, poster, (struct affine){scale, 0, 0, scale, x, y}, 1);
    paper_end(p);
    paper_box(p, (struct box){x, y, poster->w * scale, poster->h * scale}, 0.2, COLOUR_NONE, PEN_FINE,
              "poster");
    paper_text_within(p, paper_tr(p, N_("Our picture, large in this folder: poster.pdf")), x,
                      y + poster->h * scale + 4, w, small);
}

static void draw_card(struct binder *b, size_t i, double x, double y, double w)
{
    struct paper *p = &b->paper;
    const struct card *card = &b->portfolio->cards[i];
    const uint32_t colour = colour_accent(b->portfolio->card_colours[i] + 1);
    const char *text = *card->gloss != '\0' ? card->gloss : card->text;
    const char *colon = strstr(text, ": ");
    if (colon != NULL) // a card's own name stands before the colon
        text = arena_strndup(b->arena, text, (size_t)(colon - text));
    double count = card->votes > 0 ? 11 : 0, h = 12.4;
    struct line cloud;
    line_init(&cloud);
    line_add_rounded_rect(&cloud, x + 1, y + 1, w - count - 2, h - 2, 2.4);
    line_scallop(&cloud, 4.2, 1.1);
    paper_begin_decoration(p);
    pen_push(&p->pen, 0, 0, 1, arena_printf(b->arena, "card%zu", i));
    pen_polygon(&p->pen, &cloud, colour_mix(COLOUR_WARM, COLOUR_PAPER, 0.68));
    struct pen_stroke stroke = PEN_STROKE(PEN_FINE * 1.2);
    stroke.closed = true;
    stroke.wobble = 0.4;
    pen_line(&p->pen, &cloud, stroke);
    pen_pop(&p->pen);
    paper_end(p);
    line_clear(&cloud);
    paper_icon(p, paper_icon_of(p, card->icon, text, "bulb"), x + 4, y + h / 2 - 3.2, 6.4, colour);
    struct type type = {4.1, WEIGHT_BOLD, COLOUR_INK, PEN_START, ROLE_LI};
    double room = w - count - 17, high = paper_block(p, text, 0, 0, room, 2, type, false);
    if (high > h - 4) {
        type.size = 3.5;
        high = paper_block(p, text, 0, 0, room, 2, type, false);
    }
    paper_block(p, text, x + 13.4, y + h / 2 - high / 2, room, 2, type, true);
    if (count > 0) {
        paper_begin_decoration(p);
        pen_dot(&p->pen, x + w - 8.4, y + h / 2, 16, COLOUR_INK);
        pen_dot(&p->pen, x + w - 8.4, y + h / 2, 14, colour);
        paper_end(p);
        paper_text(p, arena_printf(b->arena, "%d", (int)card->votes), x + w - 5.4, y + h / 2,
                   (struct type){3.9, WEIGHT_BLACK, COLOUR_INK, PEN_START, ROLE_NONE});
    }
}

static void draw_brought(struct binder *b)
{
    struct paper *p = &b->paper;
    const struct portfolio *f = b->portfolio;
    size_t n = MIN(f->cards_n, CARDS_MOST);
    double top = b->y, height = 0, x = PAPER_MARGIN, w = WIDTH;
    if (f->poster != NULL) {
        double pw = n > 0 ? WIDTH * 0.56 : WIDTH * 0.7;
        double ph = fmin(74, f->poster->h / f->poster->w * pw);
        draw_poster(b, x, top, pw, ph);
        height = ph + 8;
        x += pw + 7.5;
        w = RIGHT - x;
    }
    if (n > 0) {
        paper_text(p, paper_tr(p, N_("You brought this")), x, top + 2.6, heading);
        for (size_t i = 0; i < n; i++)
            draw_card(b, i, x, top + 8.5 + 15 * (double)i, w);
        double used = 8.5 + 15 * (double)n;
        if (f->cards_n > n)
            paper_text(p,
                       arena_printf(b->arena, tr_text(b->tools->tr, N_("and %zu more in liste.md")),
                                    f->cards_n - n),
                       x, top + used + 2, small);
        height = fmax(height, used + (f->cards_n > n ? 5 : 0));
    }
    b->y = top + height + (height > 0 ? 4 : 0);
}

static const char *origin(struct binder *b, const struct promise *promise)
{
    for (size_t i = 0; i < promise->sources_n; i++) {
        const char *text = promise->sources[i].text, *colon = strstr(text, ": ");
        if (promise->sources[i].card != 0)
            return arena_printf(b->arena, tr_text(b->tools->tr, N_("from the idea “%s”")),
                                colon != NULL
                                    ? arena_strndup(b->arena, text, (size_t)(colon - text))
                                    : text);
    }
    return *promise->agreement.made_on != '\0'
               ? arena_printf(b->arena, tr_text(b->tools->tr, N_("agreed on %s")),
                              day_words(b->arena, b->tools->tr, promise->agreement.made_on,
                                        DAY_FULL))
               : "";
}

static void draw_state(struct binder *b, const struct promise *promise, double y)
{
    struct paper *p = &b->paper;
    const struct agreement *a = &promise->agreement;
    bool done = strcmp(a->status, "done") == 0;
    const char *key = arena_printf(b->arena, "flag%d", promise->number);
    if (promise->due == DUE_CLOSED)
        paper_flag(p,
                   day_of(a->done_on) != 0
                       ? arena_printf(b->arena, "%s, %s", paper_tr(p, status_words(a->status)),
                                      day_words(b->arena, b->tools->tr, a->done_on, DAY_SHORT))
                       : paper_tr(p, status_words(a->status)),
                   RIGHT - 3.6, y, done ? FLAG_DONE : FLAG_DASHED, key);
    else
        paper_flag(p, day_due_words(b->arena, b->tools->tr, a->until, b->portfolio->today),
                   RIGHT - 3.6, y,
                   promise->due == DUE_OVERDUE    ? FLAG_LATE
                   : promise->due == DUE_OPEN_END ? FLAG_DASHED
                                                  : FLAG_WARM,
                   key);
}

static void draw_promise(struct binder *b, const struct promise *promise)
{
    const struct agreement *a = &promise->agreement;
    const struct type what = {4.6, WEIGHT_BOLD, COLOUR_INK, PEN_START, ROLE_LI};
    const double x = PAPER_MARGIN, text_x = x + 34;
    double title = paper_block(&b->paper, a->what, 0, 0, RIGHT - text_x - 5, 2, what, false);
    double h = 17.5 + title;
    if (need(b, h + 2.5))
        b->y += 2;
    struct paper *p = &b->paper;
    const double y = b->y;
    paper_box(p, (struct box){x, y, WIDTH, h}, 1.9, COLOUR_PAPER, PEN_MEDIUM,
              arena_printf(b->arena, "promise%d", promise->number));
    paper_box(p, (struct box){x + 5, y + h / 2 - 3.7, 7.4, 7.4}, 0.3, COLOUR_NONE, PEN_MEDIUM,
              arena_printf(b->arena, "tick%d", promise->number));
    paper_icon(p, paper_icon_of(p, a->icon, a->what, category_icon(a->category)), x + 17.6,
               y + h / 2 - 5.8, 11.6, colour_accent(b->portfolio->colour + 1));
    paper_block(p, a->what, text_x, y + 2.6, RIGHT - text_x - 5, 2, what, true);
    bool own = a->party == b->portfolio->party->party;
    const char *with = !own ? (*a->who != '\0' ? a->who : paper_tr(p, N_("Nobody yet")))
                       : *a->with != '\0'
                           ? arena_printf(b->arena, tr_text(b->tools->tr, N_("with %s")), a->with)
                           : "";
    paper_text_within(p, with, text_x, y + title + 5.6, RIGHT - text_x - 5,
                      (struct type){3.4, WEIGHT_SEMI, COLOUR_GREY, PEN_START, ROLE_NONE});
    const char *from = origin(b, promise);
    if (*from != '\0')
        paper_sign(p, "corner-left-up", text_x, y + title + 9.6, 3.2, COLOUR_GREY);
    paper_text_within(p, from, text_x + 4.6, y + title + 11.2, RIGHT - text_x - 62, small);
    draw_state(b, promise, y + h - 7.6);
    b->y += h + 2.6;
}

// What is done needs no box to tick any more.
static void draw_closed(struct binder *b, const struct promise *promise)
{
    const struct agreement *a = &promise->agreement;
    const double h = 11.5;
    if (need(b, h + 2))
        b->y += 2;
    struct paper *p = &b->paper;
    paper_box(p, (struct box){PAPER_MARGIN, b->y, WIDTH, h}, 1.9, COLOUR_PAPER, PEN_FINE * 1.2,
              arena_printf(b->arena, "closed%d", promise->number));
    paper_sign(p, status_icon(a->status), PAPER_MARGIN + 5.6, b->y + h / 2 - 3, 6, COLOUR_DONE);
    paper_icon(p, paper_icon_of(p, a->icon, a->what, category_icon(a->category)), PAPER_MARGIN + 19,
               b->y + h / 2 - 4, 8, colour_accent(b->portfolio->colour + 1));
    paper_text_within(p, a->what, PAPER_MARGIN + 34, b->y + h / 2, WIDTH - 34 - 42,
                      (struct type){4.2, WEIGHT_BOLD, COLOUR_INK, PEN_START, ROLE_LI});
    draw_state(b, promise, b->y + h / 2 - 2.9);
    b->y += h + 2.2;
}

static bool is_its(const struct binder *b, const struct promise *promise)
{
    bool its = promise->agreement.party == b->portfolio->party->party;
    for (size_t i = 0; i < promise->with_n; i++)
        its = its || promise->with[i] == b->portfolio->party->party;
    return its;
}

// What is still to do first, then what is done.
static void draw_promises(struct binder *b)
{
    bool any = false;
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < b->portfolio->promises_n; i++) {
            const struct promise *promise = &b->portfolio->promises[i];
            if (!is_its(b, promise) || (promise->due == DUE_CLOSED) != (pass == 1) ||
                strcmp(promise->agreement.status, "dropped") == 0)
                continue;
            if (!any) {
                need(b, 40);
                struct paper *p = &b->paper;
                paper_text(p, paper_tr(p, N_("You promised this")), PAPER_MARGIN, b->y + 3,
                           heading);
                paper_text(p, paper_tr(p, N_("Tick it when it is done.")), RIGHT, b->y + 3.6,
                           (struct type){3.3, WEIGHT_TEXT, COLOUR_GREY, PEN_END, ROLE_NONE});
                b->y += 9.6;
            }
            any = true;
            (pass == 0 ? draw_promise : draw_closed)(b, promise);
        }
    b->y += any ? 2 : 0;
}

// ---- what fits ----------------------------------------------------------------------------------

static void draw_offer(struct binder *b, const struct offer *offer, size_t i, double x, double w)
{
    struct paper *p = &b->paper;
    const double y = b->y, h = 19;
    struct line sign;
    line_init(&sign);
    line_add(&sign, x, y);
    line_add(&sign, x + w - 4, y);
    line_add(&sign, x + w, y + h / 2);
    line_add(&sign, x + w - 4, y + h);
    line_add(&sign, x, y + h);
    paper_begin_decoration(p);
    pen_push(&p->pen, 0, 0, 1, arena_printf(b->arena, "offer%zu", i));
    pen_polygon(&p->pen, &sign, offer->request ? COLOUR_PAPER : COLOUR_DONE_PALE);
    struct pen_stroke stroke = PEN_STROKE(PEN_MEDIUM);
    stroke.closed = true;
    pen_line(&p->pen, &sign, stroke);
    pen_pop(&p->pen);
    paper_end(p);
    line_clear(&sign);
    paper_text(p, paper_tr(p, offer->request ? N_("Sought") : N_("Offered")), x + 4, y + 3.8,
               (struct type){3, WEIGHT_BLACK, COLOUR_GREY, PEN_START, ROLE_NONE});
    const char *text = *offer->text != '\0' ? offer->text
                                            : paper_tr(p, category_words(offer->category));
    paper_text_within(p, text, x + 4, y + 9, w - 11,
                      (struct type){4.3, WEIGHT_BOLD, COLOUR_INK, PEN_START, ROLE_LI});
    paper_house(p, x + 4, y + 12.6, 3.6, colour_of(b, offer->party),
                arena_printf(b->arena, "offering%zu", i));
    paper_text_within(p, name_of(b, offer->party), x + 9, y + 14.6, w - 16,
                      (struct type){3.2, WEIGHT_TEXT, COLOUR_GREY, PEN_START, ROLE_NONE});
}

static void draw_matches(struct binder *b)
{
    const struct portfolio *f = b->portfolio;
    size_t n = MIN(f->matches_n, MATCHES_MOST);
    if (n == 0)
        return;
    need(b, 32);
    struct paper *p = &b->paper;
    paper_text(p, paper_tr(p, N_("This fits you")), PAPER_MARGIN, b->y + 3, heading);
    b->y += 8.6;
    double gap = 3, w = (WIDTH - gap) / 2;
    for (size_t i = 0; i < n; i++) {
        bool seeks = f->matches[i].request->party == f->party->party;
        draw_offer(b, seeks ? f->matches[i].offer : f->matches[i].request, i,
                   PAPER_MARGIN + (w + gap) * (double)i, w);
    }
    b->y += 22;
}

// ---- the others ---------------------------------------------------------------------------------

static void draw_line(struct binder *b, const struct promise *promise)
{
    struct paper *p = &b->paper;
    const struct agreement *a = &promise->agreement;
    bool dropped = strcmp(a->status, "dropped") == 0, done = strcmp(a->status, "done") == 0;
    const char *date = dropped                 ? paper_tr(p, N_("dropped"))
                       : done && *a->done_on   ? day_words(b->arena, b->tools->tr, a->done_on, DAY_SHORT)
                       : day_of(a->until) != 0 ? day_words(b->arena, b->tools->tr, a->until, DAY_SHORT)
                                               : paper_tr(p, N_("no date"));
    struct type what = {3.75, dropped ? WEIGHT_TEXT : WEIGHT_SEMI, dropped ? COLOUR_GREY : COLOUR_INK,
                        PEN_START, ROLE_LI};
    struct type when = {3.4, WEIGHT_SEMI, COLOUR_GREY, PEN_END, ROLE_NONE};
    double y = b->y + 3.2, x = PAPER_MARGIN + 15.6;
    paper_sign(p, status_icon(a->status), PAPER_MARGIN + 8.8, y - 2.1, 4.2,
               done ? COLOUR_DONE : dropped ? COLOUR_GREY : COLOUR_INK);
    double date_w = paper_text(p, date, RIGHT - 1, y, when);
    double w = paper_text_within(p, a->what, x, y, RIGHT - x - date_w - 8, what);
    paper_dots(p, x + w + 2.5, RIGHT - date_w - 3.5, y + 1.2);
    b->y += 6.9;
}

// Agreements of one party, or of nobody (0); true when there are any.
static void draw_group(struct binder *b, int64_t party, const char *name)
{
    const struct portfolio *f = b->portfolio;
    size_t n = 0;
    for (size_t i = 0; i < f->promises_n; i++)
        n += f->promises[i].agreement.party == party && *f->promises[i].agreement.who != '\0';
    if (party == 0) {
        n = 0;
        for (size_t i = 0; i < f->promises_n; i++)
            n += *f->promises[i].agreement.who == '\0';
    }
    if (n == 0)
        return;
    need(b, 9 + 6.9 * (double)MIN(n, 3));
    struct paper *p = &b->paper;
    const bool gap = party == 0;
    if (gap && b->y + 10 + 6.9 * (double)n < BOTTOM)
        paper_dashed_box(p, (struct box){PAPER_MARGIN - 2.5, b->y - 1.6, WIDTH + 5, 9.6 + 6.9 * (double)n},
                         1.9, COLOUR_WARN);
    if (gap)
        paper_sign(p, "user-question", PAPER_MARGIN, b->y + 0.4, 5.6, COLOUR_WARN);
    else
        paper_house(p, PAPER_MARGIN, b->y + 0.4, 5.4, colour_of(b, party), name);
    paper_text_within(p, name, PAPER_MARGIN + 8.2, b->y + 3.2, WIDTH - 10,
                      (struct type){4.4, WEIGHT_BLACK, gap ? COLOUR_WARN : COLOUR_INK, PEN_START,
                                    ROLE_H3});
    b->y += 7.6;
    for (size_t i = 0; i < f->promises_n; i++) {
        const struct agreement *a = &f->promises[i].agreement;
        if (gap ? *a->who != '\0' : a->party != party)
            continue;
        need(b, 8);
        draw_line(b, &f->promises[i]);
    }
    b->y += 3.6;
}

static void draw_legend(struct binder *b)
{
    static const char *const statuses[] = {"done", "running", "open", "dropped"};
    struct paper *p = &b->paper;
    double x = PAPER_MARGIN, y = b->y + 2.6;
    x += paper_text(p, paper_tr(p, N_("Signs:")), x, y,
                    (struct type){3.1, WEIGHT_BOLD, COLOUR_GREY, PEN_START, ROLE_NONE}) + 4;
    for (size_t i = 0; i < G_N_ELEMENTS(statuses); i++) {
        paper_sign(p, status_icon(statuses[i]), x, y - 2, 4, COLOUR_INK);
        x += 5.6 + paper_text(p, paper_tr(p, status_words(statuses[i])), x + 5.6, y,
                              (struct type){3.1, WEIGHT_TEXT, COLOUR_GREY, PEN_START, ROLE_NONE}) + 5;
    }
    b->y += 8.5;
}

static void draw_others(struct binder *b)
{
    const struct portfolio *f = b->portfolio;
    size_t others = 0;
    for (size_t i = 0; i < f->promises_n; i++)
        others += f->promises[i].agreement.party != f->party->party;
    if (others == 0)
        return;
    if (b->y > A4_H * 0.3) // a page of its own, unless this one has hardly begun
        begin_page(b);
    else
        b->y += 4;
    struct paper *p = &b->paper;
    paper_text(p, paper_tr(p, N_("Who does what")), PAPER_MARGIN, b->y + 4,
               (struct type){7.5, WEIGHT_BLACK, COLOUR_INK, PEN_START, ROLE_H1});
    paper_text(p,
               arena_printf(b->arena,
                            tr_plural(b->tools->tr, "the other agreement", "the %zu agreements of the others",
                                      (unsigned long)others),
                            others),
               RIGHT, b->y + 4.8, (struct type){3.4, WEIGHT_TEXT, COLOUR_GREY, PEN_END, ROLE_NONE});
    b->y += 13;
    for (size_t i = 0; i < f->parties_n; i++)
        if (f->parties[i].party != f->party->party)
            draw_group(b, f->parties[i].party, f->parties[i].name);
    draw_group(b, 0, paper_tr(&b->paper, N_("Nobody yet")));
    need(b, 10);
    draw_legend(b);
}

// ---- dates --------------------------------------------------------------------------------------

static void draw_dates(struct binder *b)
{
    const struct portfolio *f = b->portfolio;
    size_t n = MIN(f->dates_n, DATES_MOST);
    if (n > 0) {
        need(b, 58);
        struct paper *p = &b->paper;
        paper_text(p, paper_tr(p, N_("The next dates")), PAPER_MARGIN, b->y + 3, heading);
        double board_y = b->y + 9, road_y = b->y + 36, w = (WIDTH - 20) / DATES_MOST - 6;
        paper_road(p, PAPER_MARGIN - 2, RIGHT + 2, road_y, 5.8);
        for (size_t i = 0; i < n; i++) {
            const struct meeting *m = &f->dates[i].meeting;
            double x = PAPER_MARGIN + 4 + (w + 6) * (double)i;
            struct line post;
            line_init(&post);
            line_add(&post, x + 9, board_y + 18);
            line_add(&post, x + 9, road_y + 0.8);
            paper_begin_decoration(p);
            pen_line(&p->pen, &post, PEN_STROKE(PEN_HEAVY));
            paper_end(p);
            line_clear(&post);
            paper_box(p, (struct box){x, board_y, w, 18.4}, 1.6, COLOUR_PAPER, PEN_MEDIUM,
                      arena_printf(b->arena, "date%zu", i));
            const char *date = day_words(b->arena, b->tools->tr, m->date, DAY_SHORT);
            const char *month = strchr(date, ' ') != NULL ? strchr(date, ' ') + 1 : "";
            paper_text(p, arena_printf(b->arena, "%d", atoi(m->date + 8)), x + 9, board_y + 7,
                       (struct type){8.6, WEIGHT_BLACK, COLOUR_INK, PEN_CENTRE, ROLE_NONE});
            paper_text(p, month, x + 9, board_y + 14.4,
                       (struct type){3.2, WEIGHT_BOLD, COLOUR_GREY, PEN_CENTRE, ROLE_NONE});
            paper_text_within(p, m->title, x + 18, board_y + 6, w - 20,
                              (struct type){3.6, WEIGHT_BOLD, COLOUR_INK, PEN_START, ROLE_LI});
            paper_block(p, m->place, x + 18, board_y + 8.6, w - 20, 2,
                        (struct type){3, WEIGHT_TEXT, COLOUR_GREY, PEN_START, ROLE_NONE}, true);
        }
        const struct person walker = {HAIR_SHORT, colour_accent(f->colour + 1), POSE_WAVE,
                                      STANCE_WALK, -0.5, false, false, false};
        paper_begin_decoration(p);
        figure_person(&p->pen, RIGHT - 4, road_y + 5, 17, &walker, "walker");
        paper_end(p);
        b->y = road_y + 12;
    }
    need(b, 18);
    struct paper *p = &b->paper;
    const struct {
        const char *icon, *text;
    } hints[] = {{"calendar-down", N_("termine.ics is in this folder: open it, and the dates are in your calendar.")},
                 {"list-check", N_("All cards of the workshop: liste.md. The agreements as a table: vereinbarungen.csv.")}};
    for (size_t i = 0; i < G_N_ELEMENTS(hints); i++) {
        paper_sign(p, hints[i].icon, PAPER_MARGIN, b->y, 5, COLOUR_INK);
        paper_text_within(p, paper_tr(p, hints[i].text), PAPER_MARGIN + 7.5, b->y + 2.5, WIDTH - 8,
                          (struct type){3.4, WEIGHT_TEXT, COLOUR_INK, PEN_START, ROLE_NONE});
        b->y += 7.6;
    }
}

struct pages picture_folder(const struct picture_tools *tools, struct arena *arena,
                            const struct portfolio *portfolio)
{
    struct binder b = {tools, arena, portfolio, {0}, g_ptr_array_new(), 0};
    begin_page(&b);
    draw_head(&b);
    draw_brought(&b);
    draw_promises(&b);
    draw_matches(&b);
    draw_others(&b);
    draw_dates(&b);
    const char *left = arena_printf(arena, tr_text(tools->tr, N_("Folder of %s · as of %s")),
                                    portfolio->party->name,
                                    day_words(arena, tools->tr, portfolio->today, DAY_FULL));
    if (*portfolio->note != '\0')
        left = arena_printf(arena, "%s · %s", left, portfolio->note);
    struct pages pages = {.n = b.pages->len};
    for (size_t i = 0; i < pages.n; i++) {
        struct paper page = b.paper;
        page.scene = page.pen.scene = b.pages->pdata[i];
        paper_footer(&page, left,
                     arena_printf(arena, tr_text(tools->tr, N_("Page %zu of %zu")), i + 1, pages.n));
    }
    pages.pages = (struct scene **)g_ptr_array_free(b.pages, FALSE);
    return pages;
}
