// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Who does what, as a picture (picture 10): topics in the middle, parties above and below, a line for
// what a party holds. Parties stand in the order of what they are linked to, so that lines cross
// little; what nobody holds is dashed.
#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/random.h"
#include "base/tr.h"
#include "draw/figure.h"
#include "exchange/paper.h"

#define TOP 44.0
#define TOPIC_H 34.0
#define PARTY_H 19.0
#define BUST_H 15.0

struct seat { // of a party on the page
    size_t party;
    double x, y, w; // middle, upper edge, width
    double cell;    // room beside its neighbours
    bool above, linked;
    double pull; // where its topics are
};

struct loom_page {
    const struct picture_tools *tools;
    struct arena *arena;
    const struct web *web;
    struct paper paper;
    double *topic_x; // middles
    double topic_y, topic_w;
    struct seat *seats;
    int *used_topic[2], *total_topic[2]; // lines that end at a topic's upper and lower edge
};

static int by_pull(const void *a, const void *b)
{
    const struct seat *x = a, *y = b;
    int order = (x->pull > y->pull) - (x->pull < y->pull);
    return order != 0 ? order : (x->party > y->party) - (x->party < y->party);
}

// Topics in one row; parties by where their topics are, in turn above and below.
static void place_all(struct loom_page *l)
{
    const struct web *web = l->web;
    const double room = l->paper.w - 2 * PAPER_MARGIN;
    const size_t topics = MAX(web->topics_n, 1), n = web->parties_n;
    const size_t rows[2] = {(n + 1) / 2, n / 2};
    size_t placed[2] = {0, 0};
    l->topic_w = fmin(52, room / (double)topics - 6);
    l->topic_y = (TOP + BUST_H + PARTY_H + l->paper.h - 34 - PARTY_H) / 2 - TOPIC_H / 2;
    for (size_t i = 0; i < web->topics_n; i++)
        l->topic_x[i] = PAPER_MARGIN + room * ((double)i + 0.5) / (double)topics;
    for (size_t i = 0; i < n; i++) {
        double sum = 0, pull = 0;
        for (size_t k = 0; k < web->links_n; k++)
            if (web->links[k].party == i) {
                double weight = web->links[k].agreements * 2 + web->links[k].offers + 0.2;
                sum += weight;
                pull += weight * l->topic_x[web->links[k].topic];
            }
        l->seats[i] = (struct seat){.party = i, .linked = sum > 0,
                                    .pull = sum > 0 ? pull / sum : l->paper.w};
    }
    qsort(l->seats, n, sizeof *l->seats, by_pull);
    for (size_t i = 0; i < n; i++) {
        struct seat *seat = &l->seats[i];
        const int below = i % 2 == 1;
        const double cell = room / (double)MAX(rows[below], 1);
        seat->above = !below;
        seat->cell = cell;
        seat->w = fmin(78, cell - 5);
        seat->x = PAPER_MARGIN + cell * ((double)placed[below]++ + 0.5);
        seat->y = below ? l->paper.h - 34 - PARTY_H : TOP + BUST_H;
    }
}

static const struct seat *seat_of(const struct loom_page *l, size_t party)
{
    for (size_t i = 0; i < l->web->parties_n; i++)
        if (l->seats[i].party == party)
            return &l->seats[i];
    return NULL;
}

// ---- lines --------------------------------------------------------------------------------------

// Where the i-th of n lines ends along an edge of width w.
static double spread(int i, int n, double w)
{
    double step = fmin(5, w * 0.6 / MAX(n, 1));
    return (i - (n - 1) / 2.0) * step;
}

static void draw_links(struct loom_page *l)
{
    static const double widths[] = {PEN_MEDIUM * 1.3, PEN_HEAVY * 1.5, PEN_HEAVY * 2.6};
    const struct web *web = l->web;
    for (int side = 0; side < 2; side++) {
        l->used_topic[side] = ARENA_ARRAY(l->arena, int, web->topics_n + 1);
        l->total_topic[side] = ARENA_ARRAY(l->arena, int, web->topics_n + 1);
    }
    for (size_t i = 0; i < web->links_n; i++)
        l->total_topic[!seat_of(l, web->links[i].party)->above][web->links[i].topic]++;
    for (size_t s = 0; s < web->parties_n; s++) { // from the start side to the end side
        const struct seat *seat = &l->seats[s];
        int n = 0, k = 0;
        for (size_t i = 0; i < web->links_n; i++)
            n += web->links[i].party == seat->party;
        for (size_t i = 0; i < web->links_n; i++) {
            const struct link *link = &web->links[i];
            if (link->party != seat->party)
                continue;
            const size_t t = link->topic;
            const int side = !seat->above;
            double x0 = seat->x + spread(k++, n, seat->w);
            double y0 = seat->above ? seat->y + PARTY_H : seat->y;
            double x1 = l->topic_x[t] +
                        spread(l->used_topic[side][t]++, l->total_topic[side][t], l->topic_w);
            double y1 = seat->above ? l->topic_y + 0.4 : l->topic_y + TOPIC_H - 0.4;
            double dy = y1 - y0;
            bool wished = link->agreements == 0 && link->offers == 0;
            struct line line;
            line_init(&line);
            line_add_bezier(&line, (struct point){x0, y0}, (struct point){x0, y0 + dy * 0.55},
                            (struct point){x1, y1 - dy * 0.55}, (struct point){x1, y1}, 24);
            struct pen_stroke stroke = PEN_STROKE(wished ? PEN_MEDIUM * 0.9 : widths[link->weight - 1]);
            stroke.colour =
                colour_mix(colour_accent(web->topics[t].colour + 1), COLOUR_INK, 0.12);
            stroke.overshoot = 0;
            if (wished) {
                stroke.dash = 16;
                stroke.gap = 14;
            }
            scene_begin(l->paper.scene, (struct scene_mark){.kind = KIND_CONNECTOR,
                                                            .role = ROLE_ARTIFACT,
                                                            .box = BOX_EMPTY});
            pen_push(&l->paper.pen, 0, 0, 1, arena_printf(l->arena, "link%zu-%zu", seat->party, t));
            pen_line(&l->paper.pen, &line, stroke);
            pen_pop(&l->paper.pen);
            scene_end(l->paper.scene);
            line_clear(&line);
        }
    }
}

// ---- topics and parties -------------------------------------------------------------------------

static void draw_topic(struct loom_page *l, size_t i)
{
    struct paper *p = &l->paper;
    const struct topic *topic = &l->web->topics[i];
    const struct box box = {l->topic_x[i] - l->topic_w / 2, l->topic_y, l->topic_w, TOPIC_H};
    const uint32_t colour = colour_accent(topic->colour + 1);
    const bool gap = topic->parties == 0;
    if (gap) {
        paper_fill(p, box, 13, COLOUR_PAPER);
        paper_dashed_box(p, box, 13, COLOUR_INK);
    } else {
        paper_box(p, box, 13, colour_mix(colour, COLOUR_PAPER, 0.55), PEN_MEDIUM,
                  arena_printf(l->arena, "topic%zu", i));
    }
    paper_icon(p, paper_icon_of(p, topic->icon, topic->title, "bulb"), l->topic_x[i] - 6, box.y + 3,
               12, gap ? COLOUR_NONE : colour);
    struct type title = {5, WEIGHT_BLACK, COLOUR_INK, PEN_CENTRE, ROLE_H2};
    double high = paper_block(p, topic->title, 0, 0, box.w - 6, 2, title, false);
    while (high > 15 && title.size > 3.2) {
        title.size *= 0.9;
        high = paper_block(p, topic->title, 0, 0, box.w - 6, 2, title, false);
    }
    paper_block(p, topic->title, box.x + 3, box.y + 15.5 + (15.5 - high) / 2, box.w - 6, 2, title,
                true);
    if (gap) {
        struct type nobody = {4, WEIGHT_BLACK, COLOUR_INK, PEN_START, ROLE_P};
        const char *words = paper_tr(p, N_("Nobody yet"));
        double w = paper_width(p, words, nobody) + 11;
        struct box flag = {l->topic_x[i] - w / 2, box.y + TOPIC_H + 2, w, 8};
        paper_box(p, flag, 1.6, COLOUR_WARM, PEN_FINE * 1.3, arena_printf(l->arena, "gap%zu", i));
        paper_sign(p, "user-question", flag.x + 2, flag.y + 1.6, 4.8, COLOUR_INK);
        paper_text(p, words, flag.x + 8, flag.y + 4, nobody);
    }
}

// Two people: above a party of the upper row, beside one of the lower row, where lines come from above.
static void draw_busts(struct loom_page *l, const struct seat *seat)
{
    const double beside = 13, room = seat->above ? 0 : 2 * beside + 2;
    if (!seat->linked || seat->x - seat->w / 2 - room < PAPER_MARGIN - 2 || seat->cell < seat->w + room)
        return;
    struct random random = random_of(l->web->parties[seat->party].name);
    paper_begin_decoration(&l->paper);
    for (int i = 0; i < 2; i++) {
        const struct person person = {(enum hair)random_below(&random, HAIR_COUNT),
                                      colour_accent((int)seat->party + 1 + 2 * i), POSE_DOWN,
                                      STANCE_STAND, i == 0 ? 0.5 : -0.5, false, false, false};
        double x = seat->above ? seat->x + (i == 0 ? -0.26 : 0.26) * seat->w
                               : seat->x - seat->w / 2 - beside * (i + 0.6);
        figure_bust(&l->paper.pen, x, seat->above ? seat->y + 0.4 : seat->y + PARTY_H, BUST_H, &person,
                    arena_printf(l->arena, "bust%zu-%d", seat->party, i));
    }
    paper_end(&l->paper);
}

static void draw_party(struct loom_page *l, const struct seat *seat)
{
    struct paper *p = &l->paper;
    const struct involvement *party = &l->web->parties[seat->party];
    const struct box box = {seat->x - seat->w / 2, seat->y, seat->w, PARTY_H};
    draw_busts(l, seat);
    if (seat->linked)
        paper_box(p, box, 3, COLOUR_PAPER, PEN_MEDIUM, arena_printf(l->arena, "party%zu", seat->party));
    else
        paper_dashed_box(p, box, 3, COLOUR_EDGE);
    paper_house(p, box.x + 3.2, box.y + PARTY_H / 2 - 4.8, 9, colour_accent((int)seat->party + 1),
                party->name);
    struct type name = {4.6, WEIGHT_BOLD, COLOUR_INK, PEN_START, ROLE_LI};
    double room = box.w - 18, high = paper_block(p, party->name, 0, 0, room, 2, name, false);
    while (high > 11.5 && name.size > 3) {
        name.size *= 0.92;
        high = paper_block(p, party->name, 0, 0, room, 2, name, false);
    }
    const char *under = !seat->linked         ? paper_tr(p, N_("no topic yet"))
                        : *party->district != '\0' ? party->district
                                                   : "";
    double shift = *under != '\0' ? 2.2 : 0;
    paper_block(p, party->name, box.x + 15, box.y + PARTY_H / 2 - high / 2 - shift, room, 2, name, true);
    paper_text_within(p, under, box.x + 15, box.y + PARTY_H / 2 + high / 2 - shift + 2.2, room,
                      (struct type){3.2, WEIGHT_TEXT, COLOUR_GREY, PEN_START, ROLE_NONE});
}

static void draw_districts(struct loom_page *l)
{
    struct paper *p = &l->paper;
    const struct web *web = l->web;
    if (web->districts_without_n == 0)
        return;
    GString *names = g_string_new(NULL);
    for (size_t i = 0; i < web->districts_without_n; i++)
        g_string_append_printf(names, "%s%s", i > 0 ? ", " : "", web->districts_without[i]);
    const char *text = arena_printf(
        l->arena, tr_text(l->tools->tr, N_("Districts without a contact: %s")), names->str);
    paper_sign(p, "user-question", PAPER_MARGIN, p->h - 28.5, 6, COLOUR_WARN);
    paper_text_within(p, text, PAPER_MARGIN + 8, p->h - 25.5, p->w - 2 * PAPER_MARGIN - 8,
                      (struct type){4, WEIGHT_BOLD, COLOUR_WARN, PEN_START, ROLE_P});
    g_string_free(names, TRUE);
}

struct scene *picture_web(const struct picture_tools *tools, struct arena *arena,
                          const struct web *web, const char *title, const char *note, double w,
                          double h)
{
    struct loom_page l = {tools, arena, web, paper_new(tools, arena, w, h, "web"),
                          ARENA_ARRAY(arena, double, web->topics_n + 1), 0, 0,
                          ARENA_ARRAY(arena, struct seat, web->parties_n + 1), {NULL}, {NULL}};
    struct paper *p = &l.paper;
    double end = PAPER_MARGIN + paper_text(p, paper_tr(p, N_("Who does what?")), PAPER_MARGIN, 22,
                                           (struct type){12, WEIGHT_BLACK, COLOUR_INK, PEN_START,
                                                         ROLE_H1});
    paper_text_within(p,
                      paper_tr(p, N_("Thick line: many agreements. Dashed line: wished for. "
                                     "Dashed frame: somebody is missing here.")),
                      end + 8, 23.4, w - end - 8 - PAPER_MARGIN,
                      (struct type){4, WEIGHT_TEXT, COLOUR_GREY, PEN_START, ROLE_P});
    place_all(&l);
    draw_links(&l);
    for (size_t i = 0; i < web->topics_n; i++)
        draw_topic(&l, i);
    for (size_t i = 0; i < web->parties_n; i++)
        draw_party(&l, &l.seats[i]);
    draw_districts(&l);
    paper_footer(p, *note != '\0' ? arena_printf(arena, "%s · %s", title, note) : title, "Erntebild");
    return l.paper.scene;
}
