// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The middle of the picture: a panorama, people round a table, and what the plenary takes home as
// bubbles on both sides of them (ART.md, section 8).
//
//   ________ panorama ________
//        label
//   bubble    heads    bubble
//   bubble    table    bubble
#include "poster/scenery.h"

#include <glib.h>
#include <math.h>

#include "base/arena.h"
#include "base/tr.h"
#include "draw/figure_front.h"
#include "poster/motif.h"

#define FAR_MOST 130.0   // from the table to a bubble
#define TABLE_TALL 4.09  // height of people and table in half its depth
#define LABEL_CLEAR 5.0  // the label below the panorama
#define LABEL_ABOVE 2.6  // the label above the highest head, of its size
#define LEAST_TABLE 22.0 // half its depth: below that people are dots

static void draw_panorama(struct scenery *s)
{
    struct page *page = s->page;
    struct pen *pen = &page->pen;
    struct box room = s->room;
    double clear = s->form == FORM_GRID ? 22 : 0; // the label stands right below it
    double sky = room.h - s->stage_h - clear, base = room.y + sky - 8,
           h = fmin((sky - 8) * 0.93, room.w * 0.21);
    if (h < 40 * page->pen.frame.weight)
        return; // a smudge says nothing
    const char *motif = motif_of(page->harvest);
    if (motif == NULL)
        return;
    furniture_begin_figure(page, "figure:panorama", page_tr(page, N_("Panorama of the place")));
    figure_panorama(pen, motif, room.x + room.w * 0.08, base, room.w * 0.84, h);
    scene_end(page->scene);
    furniture_begin_decoration(page);
    static const struct {
        double from, to, y;
    } waves[] = {{.04, .36, 12}, {.42, .80, 12}, {.12, .36, 22}, {.66, .93, 21}};
    bool water = g_str_equal(motif, "skyline") || g_str_equal(motif, "port");
    for (size_t i = 0; water && i < G_N_ELEMENTS(waves); i++)
        figure_waves(pen, room.x + room.w * waves[i].from, room.x + room.w * waves[i].to,
                     base + waves[i].y, 3.2, 30, arena_printf(page->arena, "river %zu", i));
    if (water)
        figure_boat(pen, room.x + room.w * 0.045, base + 4, 15, colour_accent(6));
    scene_end(page->scene);
    page_note(page, OBSTACLE_SCENERY,
              (struct box){room.x + room.w * 0.03, base - h - 4, room.w * 0.94, h + 20});
}

static struct person seated(int i, bool talking)
{
    return (struct person){.hair = (enum hair)((i * 5 + 2) % HAIR_COUNT),
                           .colour = colour_accent(i % 6 + 1),
                           .talking = talking};
}

// People round the table between the stacks; `heads` gets five points. False: there is no room.
static bool draw_table(struct scenery *s, double top, struct point heads[5])
{
    struct page *page = s->page;
    double widest = 0;
    for (int i = 0; i < s->n; i++)
        widest = fmax(widest, s->bubbles[i].w);
    double label = s->n > 0 ? 36 + s->label_size * 0.6 : 8, h = s->stage_h - label - 20;
    double free_w = s->n > 0 ? s->room.w - 2 * widest : s->room.w * 0.7;
    // Those at the ends lean out over the table's edge.
    double ry = h / TABLE_TALL, rx = fmin(ry * 2.7, (free_w / 2 - ry * 0.5 - 14) / 0.93);
    ry = fmin(ry, rx / 2.0);
    if (ry < LEAST_TABLE || rx < 60)
        return false;
    s->table_half = fmax(rx * 1.06, rx * 0.93 + ry * 0.5 + 4);
    struct person behind[5], front[3];
    for (int i = 0; i < 5; i++)
        behind[i] = seated(i, i == 1 || i == 3);
    for (int i = 0; i < 3; i++)
        front[i] = seated(i + 5, false);
    double x = s->room.x + s->room.w / 2, y = top + label + 2.2 * ry + (h - TABLE_TALL * ry) * 0.4;
    furniture_begin_figure(page, "figure:table", page_tr(page, N_("People round a table")));
    figure_round_table(&page->pen, x, y, rx, ry, behind, 5, front, 3, heads, "round table");
    scene_end(page->scene);
    page_note(page, OBSTACLE_DRAWING,
              (struct box){x - s->table_half, y - 2.2 * ry, 2 * s->table_half, 4.1 * ry});
    return true;
}

// x: its middle.
static void draw_label(struct scenery *s, double x, double top)
{
    struct page *page = s->page;
    double size = s->label_size, baseline = top + size * 1.05;
    furniture_begin_decoration(page);
    figure_swash(&page->pen, x - s->label_w / 2 - 6, baseline - size * 0.52, s->label_w + 12,
                 size * 0.62, COLOUR_WARM, "core label");
    scene_end(page->scene);
    page_heading(page, ROLE_H2, KIND_CORE_POINT, "core:label", s->label, WEIGHT_BLACK, NULL, x,
                 baseline, size, PEN_CENTRE);
    page_note(
        page, OBSTACLE_TEXT,
        (struct box){x - s->label_w / 2 - 8, baseline - size * 0.85, s->label_w + 16, size * 1.15});
}

static void draw_bubble(struct scenery *s, struct bubble *bubble, double x, double y,
                        const struct point *tip, bool right)
{
    struct page *page = s->page;
    struct pen *pen = &page->pen;
    const struct harvest_core *core = bubble->core;
    pen_push(pen, 0, 0, 1, core->id);
    double r = fmin(22, bubble->h * 0.27);
    struct line shape;
    line_init(&shape);
    if (s->clouds)
        figure_cloud_path(&shape, x, y, bubble->w, bubble->h);
    else
        figure_bubble_path(&shape, x, y, bubble->w, bubble->h, r, tip,
                           fmin(26, (bubble->h - 2 * r) * 0.62));
    struct box box = line_box(&shape);
    furniture_begin_decoration(page);
    pen_fill(pen, &shape, COLOUR_SHADOW, 5, 5, 1, 0);
    pen_shape(pen, &shape, colour_mix(COLOUR_WARM, COLOUR_PAPER, 0.45), PEN_MEDIUM * 1.2, 2, 1.6,
              0);
    scene_end(page->scene);
    line_clear(&shape);
    double lift = scenery_numbers_room(s, bubble) / 2;
    double middle = y + bubble->h / 2 - lift, words = x + scenery_words_start(bubble);
    if (bubble->icon > 0) {
        scene_begin(page->scene, (struct scene_mark){.kind = KIND_ICON,
                                                     .role = ROLE_ARTIFACT,
                                                     .id = core->id,
                                                     .box = BOX_EMPTY});
        pen_icon(pen, core->icon, x + bubble->inset + 15, middle - bubble->icon / 2, bubble->icon,
                 COLOUR_NONE, PEN_FINE * 1.25, NULL);
        scene_end(page->scene);
    }
    double inner = x + bubble->w - WORDS_END - bubble->inset - words;
    if (bubble->text.paragraph == NULL)
        bubble->text = furniture_set(page, &bubble->wording, s->size, inner + 0.5, LEADING_KEYWORD);
    page_block(page, KIND_CORE_POINT, core->id, NULL, core->text, bubble->text.paragraph, words,
               middle - bubble->text.h / 2 - (s->clouds ? 0 : 2), inner,
               bubble->wording.rtl != page->rtl ? PEN_END : PEN_START, COLOUR_INK, NULL);
    if (bubble->cut)
        scene_to_appendix(page->scene, core->id);
    // The numbers of the tables it came from sit on its lower edge.
    double aside = 20 + 2 * bubble->inset, foot = y + bubble->h - bubble->inset * 0.4;
    double row = fmin(core->from_n * s->badge * ORIGIN_PITCH, bubble->w - 2 * aside);
    furniture_origins(page, core, right ? x + aside : x + bubble->w - aside - row, foot, s->badge,
                      bubble->w - 2 * aside + 4);
    page_note(page, OBSTACLE_DRAWING,
              (struct box){box.x, y, box.w, bubble->h + scenery_hanging(s, bubble) + 4});
    pen_pop(pen);
}

// One stack from the top down; its spare height is spread between the bubbles.
static void draw_stack(struct scenery *s, int from, int to, bool right, double top,
                       const struct point *heads)
{
    double spare = s->stage_h - STACK_TOP - scenery_stack_height(s, from, to);
    double gap = LEAST_GAP + fmin(26, fmax(0, spare) / (to - from + 0.3)), y = top + STACK_TOP;
    y += fmax(0, spare - (gap - LEAST_GAP) * (to - from - 1)) * 0.4;
    for (int i = from; i < to; i++) {
        struct bubble *bubble = &s->bubbles[i];
        double indent =
            (i - from + right) % 2 == 0 ? 4 : fmin(26, fmax(4, bubble->limit - bubble->w));
        double x = right ? s->room.x + s->room.w - bubble->w - indent : s->room.x + indent;
        if (s->table_half > 0) { // near enough to be said by the people at the table
            double middle = s->room.x + s->room.w / 2, off = s->table_half + FAR_MOST;
            x = right ? fmin(x, middle + off) : fmax(x, middle - off - bubble->w);
        }
        struct point tip;
        if (heads != NULL) { // towards the heads, but not far
            struct point head = heads[right ? 4 : 0];
            double end = right ? x : x + bubble->w;
            double reach = CLAMP(fabs(head.x - end) * 0.6, 20, 46);
            double toward = head.y + (i == from ? 10 : 34);
            tip = (struct point){right ? end - reach : end + reach,
                                 CLAMP(toward, y + bubble->h * 0.35, y + bubble->h * 0.85)};
        }
        draw_bubble(s, bubble, x, y, heads != NULL ? &tip : NULL, right);
        y += bubble->h + scenery_hanging(s, bubble) + gap;
    }
}

static void draw_grid(struct scenery *s)
{
    struct page *page = s->page;
    for (int i = 0; i < s->n; i++)
        draw_bubble(s, &s->bubbles[i], s->bubbles[i].x, s->bubbles[i].y, NULL, false);
    if (s->left_out == 0)
        return;
    const char *text = arena_printf(page->arena, page_tr(page, N_("+%zu more in the appendix")),
                                    (size_t)s->left_out);
    struct wording *wording = ARENA_NEW(page->arena, struct wording);
    wording_init(wording, page, text, WEIGHT_BOLD, page_lang(page), true);
    bool cut = false;
    struct setting set = furniture_shorten(page, wording, s->size, s->note_w, LEADING_KEYWORD,
                                           s->room.y + s->room.h - s->note_y, &cut);
    page_block(page, KIND_CORE_POINT, "core:more", NULL, text, set.paragraph, s->note_x, s->note_y,
               s->note_w, PEN_START, COLOUR_INK, NULL);
    page_note(page, OBSTACLE_TEXT, (struct box){s->note_x, s->note_y, s->note_w, set.h});
    for (int i = s->n; i < s->n + s->left_out; i++)
        scene_to_appendix(page->scene, s->bubbles[i].core->id);
}

struct scenery scenery_of(struct page *page, struct box room)
{
    const struct harvest *harvest = page->harvest;
    struct scenery s = {.page = page, .room = room, .n = (int)harvest->core_n};
    s.left = (s.n + 1) / 2;
    s.badge = furniture_number_size(page) * 0.775;
    s.bubbles = ARENA_ARRAY(page->arena, struct bubble, harvest->core_n + 1);
    for (int i = 0; i < s.n; i++) {
        s.bubbles[i].core = &harvest->core[i];
        wording_init(&s.bubbles[i].wording, page, harvest->core[i].text, WEIGHT_BOLD,
                     harvest->core[i].lang, false);
    }
    return s;
}

// Beside a title: away from the edges by turns.
static void draw_side(struct scenery *s, int from, int to, bool right)
{
    double top = s->room.y + (right ? LEAST_GAP : scenery_label_height(s));
    double spare = s->room.y + s->room.h - top - scenery_stack_height(s, from, to);
    double gap = LEAST_GAP + fmin(22, fmax(0, spare) / (to - from + 1));
    double y = top + fmax(0, spare - (gap - LEAST_GAP) * (to - from)) * 0.3;
    for (int i = from; i < to; i++) {
        struct bubble *bubble = &s->bubbles[i];
        double indent = (i - from + right) % 2 == 0 ? 4 : fmin(34, bubble->limit - bubble->w);
        double x = right ? s->room.x + s->room.w - bubble->w - indent : s->room.x + indent;
        draw_bubble(s, bubble, x, y, NULL, right);
        y += bubble->h + scenery_hanging(s, bubble) + gap;
    }
}

void scenery_draw_stacks(struct scenery *s)
{
    pen_push(&s->page->pen, 0, 0, 1, "scenery");
    if (s->form == FORM_SIDES) {
        draw_label(s, s->room.x + s->label_w / 2 + 20, s->room.y);
        draw_side(s, 0, s->left, false);
        draw_side(s, s->left, s->n, true);
    } else {
        draw_label(s, s->room.x + s->room.w / 2, s->room.y);
        draw_grid(s);
    }
    pen_pop(&s->page->pen);
}

void scenery_draw(struct page *page, struct box room)
{
    struct scenery s = scenery_of(page, room);
    scenery_plan(&s);
    double top = room.y + room.h - s.stage_h;
    pen_push(&page->pen, 0, 0, 1, "scenery");
    draw_panorama(&s);
    // Clear of the water, and not far above the people when the stage is high.
    double label_top = top + LABEL_CLEAR;
    if (s.form == FORM_GRID) {
        if (s.label != NULL)
            draw_label(&s, room.x + room.w / 2, top);
        draw_grid(&s);
    } else {
        struct point heads[5];
        bool people = draw_table(&s, top, heads);
        if (people)
            label_top = fmax(label_top, heads[2].y - s.label_size * LABEL_ABOVE);
        if (s.label != NULL)
            draw_label(&s, room.x + room.w / 2, label_top);
        draw_stack(&s, 0, s.left, false, top, people ? heads : NULL);
        draw_stack(&s, s.left, s.n, true, top, people ? heads : NULL);
    }
    pen_pop(&page->pen);
}
