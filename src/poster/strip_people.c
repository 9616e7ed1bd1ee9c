// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// People on their way along the road, wherever nothing else stands.
#include <glib.h>
#include <math.h>

#include "base/arena.h"
#include "base/tr.h"
#include "draw/figure.h"
#include "poster/strip.h"

#define TALLER 1.12 // hair and hats above a figure's height
#define APART 300.0 // between the middles of two groups
#define ALIKE 1.1   // groups differ in size by that at most
#define FEET 19.0   // below the road's upper edge

struct walker {
    struct person person;
    double x, h; // x from the left end of the group
    bool wheels;
};

struct group {
    const char *alt;
    double w;
    int n;
    struct walker walkers[3];
};

#define WALKS(hair_, pose_, accent)                                                                \
    {                                                                                              \
        .hair = hair_, .pose = pose_, .stance = STANCE_WALK, .look = 0.5, .colour = accent         \
    }

// Accents are numbers of tables here; colours follow when they are drawn.
static const struct group groups[] = {
    {N_("Two people and a child on their way"),
     176,
     3,
     {{WALKS(HAIR_HEADSCARF, POSE_DOWN, 5), 28, 88, false},
      {WALKS(HAIR_SHORT, POSE_GIVE, 1), 92, 90, false},
      {WALKS(HAIR_PONYTAIL, POSE_WAVE, 3), 148, 58, false}}},
    {N_("Two people on their way, one in a wheelchair"),
     140,
     2,
     {{WALKS(HAIR_GREY, POSE_DOWN, 6), 36, 84, true},
      {WALKS(HAIR_GLASSES, POSE_DOWN, 3), 106, 90, false}}},
    {N_("Two people in conversation on their way"),
     128,
     2,
     {{WALKS(HAIR_BEARD, POSE_GIVE, 2), 30, 92, false},
      {WALKS(HAIR_BUN, POSE_DOWN, 4), 96, 88, false}}},
    {N_("Someone on their way"), 60, 1, {{WALKS(HAIR_CURLY, POSE_WAVE, 2), 30, 88, false}}},
};

static void draw_group(struct strip *strip, const struct group *group, int number, double x,
                       double scale)
{
    struct page *page = strip->page;
    const char *id = arena_printf(page->arena, "figure:way:%d", number);
    double top = INFINITY, foot = 0;
    furniture_begin_figure(page, id, page_tr(page, group->alt));
    for (int i = 0; i < group->n; i++) {
        const struct walker *walker = &group->walkers[i];
        struct person person = walker->person;
        person.colour = colour_accent((int)person.colour + (group->n == 1 ? number : 0));
        if (group->n == 1) // there may be several
            person.hair = (enum hair)((person.hair + number * 3) % HAIR_COUNT);
        double at = x + walker->x * scale, y = strip_road_top(strip, at) + FEET;
        const char *key = arena_printf(page->arena, "%s %d", id, i);
        if (walker->wheels)
            figure_wheelchair(&page->pen, at, y, walker->h * scale, &person, key);
        else
            figure_person(&page->pen, at, y, walker->h * scale, &person, key);
        top = fmin(top, y - walker->h * scale * TALLER);
        foot = fmax(foot, y);
    }
    scene_end(page->scene);
    page_note(page, OBSTACLE_DRAWING, (struct box){x, top, group->w * scale, foot - top});
    strip_take(strip, x, x + group->w * scale);
}

// The height that is free above the road between two places, below boards and headings.
static double clear_height(const struct strip *strip, double from, double to)
{
    const struct page *page = strip->page;
    double road = fmin(strip_road_top(strip, from), strip_road_top(strip, to)) - 4;
    double top = strip->room.y;
    for (size_t i = 0; i < page->obstacles_n; i++) {
        struct box box = page->obstacles[i].box;
        if (box.x < to && box.x + box.w > from && box.y + box.h > strip->room.y && box.y < road &&
            page->obstacles[i].kind != OBSTACLE_SCENERY)
            top = fmax(top, box.y + box.h);
    }
    return road + FEET - top - 4;
}

// The first free place for a group of `w` at or after `x`.
static bool find_place(const struct strip *strip, double w, double tall, double *x)
{
    double end = strip->room.x + strip->room.w - 20;
    for (; *x + w <= end; *x += 6)
        if (strip_is_free(strip, *x - 8, *x + w + 8) && clear_height(strip, *x, *x + w) >= tall)
            return true;
    return false;
}

// The room that follows `x` for more than one group is shared out evenly.
void strip_draw_people(struct strip *strip)
{
    double x = strip->room.x + 24, last = -APART, most = 2;
    int drawn = 0;
    for (int i = 0; drawn < 4 && i < 12; i++) {
        const struct group *group = &groups[drawn == 0 ? 0 : i % (int)G_N_ELEMENTS(groups)];
        static const double scales[] = {1.5, 1.2, 1, 0.92, 0.86, 0.8, 0.74};
        bool done = false;
        // Without boards people are what the road shows.
        for (size_t k = strip->page->harvest->agreements_n > 0 ? 1 : 0;
             k < G_N_ELEMENTS(scales) && !done; k++) {
            double at = fmax(x, last + APART), w = group->w * scales[k];
            if (scales[k] > most || !find_place(strip, w, 92 * TALLER * scales[k], &at))
                continue;
            // In the middle of a short gap; of a long one at its start.
            double room = at;
            while (strip_is_free(strip, at - 8, room + w + 8) && room < at + 90 &&
                   clear_height(strip, room, room + w) >= 92 * TALLER * scales[k])
                room += 6;
            if (drawn > 0)
                at += (fmax(at, room - 6) - at) / 2;
            draw_group(strip, group, ++drawn, at, scales[k]);
            most = fmin(most, scales[k] * ALIKE);
            last = at;
            x = at + w;
            done = true;
        }
    }
}
