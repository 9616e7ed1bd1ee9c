// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What one party takes home on A4 (picture 32b): its house, the poster, what it brought, what it
// promised, what fits; then what the others do (folder_promises.c), and the next dates along the road.
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/tr.h"
#include "draw/figure.h"
#include "exchange/folder.h"

enum { CARDS_MOST = 4, DATES_MOST = 3, MATCHES_MOST = 2 };

static const struct type heading = FOLDER_HEADING, small = FOLDER_SMALL;

uint32_t folder_colour(const struct binder *b, int64_t party)
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
    struct paper *p = &b->doc.paper;
    const struct portfolio *f = b->portfolio;
    const struct person people[] = {
        {HAIR_BOB, colour_accent(f->colour + 1), POSE_GIVE, STANCE_STAND, -0.4, false, false, false},
        {HAIR_BEARD, colour_accent(f->colour + 3), POSE_WAVE, STANCE_STAND, -0.3, false, false, false},
    };
    paper_begin_decoration(p);
    figure_house(&p->pen, PAPER_MARGIN, 41, 23, 18, colour_accent(f->colour + 1));
    for (size_t i = 0; i < G_N_ELEMENTS(people); i++)
        figure_person(&p->pen, FOLDER_RIGHT - 20 + 14 * (double)i, 42.5, 27.5 - (double)i, &people[i],
                      arena_printf(b->doc.arena, "person%zu", i));
    paper_end(p);
    paper_text(p, paper_tr(p, N_("Folder for")), 46, 19,
               (struct type){4.1, WEIGHT_SEMI, COLOUR_GREY, PEN_START, ROLE_NONE});
    struct type name = {10, WEIGHT_BLACK, COLOUR_INK, PEN_START, ROLE_H1};
    while (name.size > 6 && paper_width(p, f->party->name, name) > FOLDER_RIGHT - 34 - 46)
        name.size -= 0.25;
    paper_text_within(p, f->party->name, 46, 28.6, FOLDER_RIGHT - 34 - 46, name);
    const char *when = day_words(b->doc.arena, b->doc.tools->tr, f->workshop_date, DAY_FULL);
    paper_text_within(p,
                      *when != '\0' ? arena_printf(b->doc.arena, "%s, %s", f->workshop, when)
                                    : f->workshop,
                      46, 38.2, FOLDER_RIGHT - 34 - 46, small);
    b->doc.y = 48;
}

static void draw_poster(struct binder *b, double x, double y, double w, double h)
{
    struct paper *p = &b->doc.paper;
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
    struct paper *p = &b->doc.paper;
    const struct card *card = &b->portfolio->cards[i];
    const uint32_t colour = colour_accent(b->portfolio->card_colours[i] + 1);
    const char *text = *card->gloss != '\0' ? card->gloss : card->text;
    const char *colon = strstr(text, ": ");
    if (colon != NULL) // a card's own name stands before the colon
        text = arena_strndup(b->doc.arena, text, (size_t)(colon - text));
    double count = card->votes > 0 ? 11 : 0, h = 12.4;
    struct line cloud;
    line_init(&cloud);
    line_add_rounded_rect(&cloud, x + 1, y + 1, w - count - 2, h - 2, 2.4);
    line_scallop(&cloud, 4.2, 1.1);
    paper_begin(p, ROLE_LI);
    paper_begin_decoration(p);
    pen_push(&p->pen, 0, 0, 1, arena_printf(b->doc.arena, "card%zu", i));
    pen_polygon(&p->pen, &cloud, colour_mix(COLOUR_WARM, COLOUR_PAPER, 0.68));
    struct pen_stroke stroke = PEN_STROKE(PEN_FINE * 1.2);
    stroke.closed = true;
    stroke.wobble = 0.4;
    pen_line(&p->pen, &cloud, stroke);
    pen_pop(&p->pen);
    paper_end(p);
    line_clear(&cloud);
    paper_icon(p, paper_icon_of(p, card->icon, text, "bulb"), x + 4, y + h / 2 - 3.2, 6.4, colour);
    struct type type = {4.1, WEIGHT_BOLD, COLOUR_INK, PEN_START, ROLE_NONE};
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
        paper_text(p, arena_printf(b->doc.arena, "%d", (int)card->votes), x + w - 5.4, y + h / 2,
                   (struct type){3.9, WEIGHT_BLACK, COLOUR_INK, PEN_START, ROLE_NONE});
    }
    paper_end(p);
}

static void draw_brought(struct binder *b)
{
    struct paper *p = &b->doc.paper;
    const struct portfolio *f = b->portfolio;
    size_t n = MIN(f->cards_n, CARDS_MOST);
    double top = b->doc.y, height = 0, x = PAPER_MARGIN, w = FOLDER_WIDTH;
    if (f->poster != NULL) {
        double pw = n > 0 ? FOLDER_WIDTH * 0.56 : FOLDER_WIDTH * 0.7;
        double ph = fmin(74, f->poster->h / f->poster->w * pw);
        draw_poster(b, x, top, pw, ph);
        height = ph + 8;
        x += pw + 7.5;
        w = FOLDER_RIGHT - x;
    }
    if (n > 0) {
        paper_text(p, paper_tr(p, N_("You brought this")), x, top + 2.6, heading);
        for (size_t i = 0; i < n; i++)
            draw_card(b, i, x, top + 8.5 + 15 * (double)i, w);
        double used = 8.5 + 15 * (double)n;
        if (f->cards_n > n)
            paper_text(p,
                       arena_printf(b->doc.arena, tr_text(b->doc.tools->tr, N_("and %zu more in liste.md")),
                                    f->cards_n - n),
                       x, top + used + 2, small);
        height = fmax(height, used + (f->cards_n > n ? 5 : 0));
    }
    b->doc.y = top + height + (height > 0 ? 4 : 0);
}

// ---- what fits ----------------------------------------------------------------------------------

static void draw_offer(struct binder *b, const struct offer *offer, size_t i, double x, double w)
{
    struct paper *p = &b->doc.paper;
    const double y = b->doc.y, h = 19;
    struct line sign;
    line_init(&sign);
    line_add(&sign, x, y);
    line_add(&sign, x + w - 4, y);
    line_add(&sign, x + w, y + h / 2);
    line_add(&sign, x + w - 4, y + h);
    line_add(&sign, x, y + h);
    paper_begin(p, ROLE_LI);
    paper_begin_decoration(p);
    pen_push(&p->pen, 0, 0, 1, arena_printf(b->doc.arena, "offer%zu", i));
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
                      (struct type){4.3, WEIGHT_BOLD, COLOUR_INK, PEN_START, ROLE_NONE});
    paper_house(p, x + 4, y + 12.6, 3.6, folder_colour(b, offer->party),
                arena_printf(b->doc.arena, "offering%zu", i));
    paper_text_within(p, name_of(b, offer->party), x + 9, y + 14.6, w - 16,
                      (struct type){3.2, WEIGHT_TEXT, COLOUR_GREY, PEN_START, ROLE_NONE});
    paper_end(p);
}

static void draw_matches(struct binder *b)
{
    const struct portfolio *f = b->portfolio;
    size_t n = MIN(f->matches_n, MATCHES_MOST);
    if (n == 0)
        return;
    document_need(&b->doc, 32);
    struct paper *p = &b->doc.paper;
    paper_text(p, paper_tr(p, N_("This fits you")), PAPER_MARGIN, b->doc.y + 3, heading);
    b->doc.y += 8.6;
    double gap = 3, w = (FOLDER_WIDTH - gap) / 2;
    for (size_t i = 0; i < n; i++) {
        bool seeks = f->matches[i].request->party == f->party->party;
        draw_offer(b, seeks ? f->matches[i].offer : f->matches[i].request, i,
                   PAPER_MARGIN + (w + gap) * (double)i, w);
    }
    b->doc.y += 22;
}

// ---- dates --------------------------------------------------------------------------------------

static void draw_dates(struct binder *b)
{
    const struct portfolio *f = b->portfolio;
    size_t n = MIN(f->dates_n, DATES_MOST);
    if (n > 0) {
        document_need(&b->doc, 58);
        struct paper *p = &b->doc.paper;
        paper_text(p, paper_tr(p, N_("The next dates")), PAPER_MARGIN, b->doc.y + 3, heading);
        double board_y = b->doc.y + 9, road_y = b->doc.y + 36, w = (FOLDER_WIDTH - 20) / DATES_MOST - 6;
        paper_road(p, PAPER_MARGIN - 2, FOLDER_RIGHT + 2, road_y, 5.8);
        for (size_t i = 0; i < n; i++) {
            const struct meeting *m = &f->dates[i].meeting;
            double x = PAPER_MARGIN + 4 + (w + 6) * (double)i;
            paper_begin(p, ROLE_LI);
            struct line post;
            line_init(&post);
            line_add(&post, x + 9, board_y + 18);
            line_add(&post, x + 9, road_y + 0.8);
            paper_begin_decoration(p);
            pen_line(&p->pen, &post, PEN_STROKE(PEN_HEAVY));
            paper_end(p);
            line_clear(&post);
            paper_box(p, (struct box){x, board_y, w, 18.4}, 1.6, COLOUR_PAPER, PEN_MEDIUM,
                      arena_printf(b->doc.arena, "date%zu", i));
            const char *date = day_words(b->doc.arena, b->doc.tools->tr, m->date, DAY_SHORT);
            const char *month = strchr(date, ' ') != NULL ? strchr(date, ' ') + 1 : "";
            paper_text(p, arena_printf(b->doc.arena, "%d", atoi(m->date + 8)), x + 9, board_y + 7,
                       (struct type){8.6, WEIGHT_BLACK, COLOUR_INK, PEN_CENTRE, ROLE_NONE});
            paper_text(p, month, x + 9, board_y + 14.4,
                       (struct type){3.2, WEIGHT_BOLD, COLOUR_GREY, PEN_CENTRE, ROLE_NONE});
            paper_text_within(p, m->title, x + 18, board_y + 6, w - 20,
                              (struct type){3.6, WEIGHT_BOLD, COLOUR_INK, PEN_START, ROLE_NONE});
            paper_block(p, m->place, x + 18, board_y + 8.6, w - 20, 2,
                        (struct type){3, WEIGHT_TEXT, COLOUR_GREY, PEN_START, ROLE_NONE}, true);
            paper_end(p);
        }
        const struct person walker = {HAIR_SHORT, colour_accent(f->colour + 1), POSE_WAVE,
                                      STANCE_WALK, -0.5, false, false, false};
        paper_begin_decoration(p);
        figure_person(&p->pen, FOLDER_RIGHT - 4, road_y + 5, 17, &walker, "walker");
        paper_end(p);
        b->doc.y = road_y + 12;
    }
    document_need(&b->doc, 18);
    struct paper *p = &b->doc.paper;
    const struct {
        const char *icon, *text;
    } hints[] = {{"calendar-down", N_("termine.ics is in this folder: open it, and the dates are in your calendar.")},
                 {"list-check", N_("All cards of the workshop: liste.md. The agreements as a table: vereinbarungen.csv.")}};
    for (size_t i = 0; i < G_N_ELEMENTS(hints); i++) {
        paper_sign(p, hints[i].icon, PAPER_MARGIN, b->doc.y, 5, COLOUR_INK);
        paper_text_within(p, paper_tr(p, hints[i].text), PAPER_MARGIN + 7.5, b->doc.y + 2.5, FOLDER_WIDTH - 8,
                          (struct type){3.4, WEIGHT_TEXT, COLOUR_INK, PEN_START, ROLE_NONE});
        b->doc.y += 7.6;
    }
}

struct pages picture_folder(const struct picture_tools *tools, struct arena *arena,
                            const struct portfolio *portfolio)
{
    struct binder b = {
        document_begin(tools, arena, "folder", A4_W, A4_H, PAPER_MARGIN + 2, A4_H - 19), portfolio};
    draw_head(&b);
    draw_brought(&b);
    folder_draw_promises(&b);
    draw_matches(&b);
    folder_draw_others(&b);
    draw_dates(&b);
    const char *left = arena_printf(arena, tr_text(tools->tr, N_("Folder of %s · as of %s")),
                                    portfolio->party->name,
                                    day_words(arena, tools->tr, portfolio->today, DAY_FULL));
    if (*portfolio->note != '\0')
        left = arena_printf(arena, "%s · %s", left, portfolio->note);
    return document_end(&b.doc, left);
}
