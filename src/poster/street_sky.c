// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poster/street.h"

#include <glib.h>
#include <math.h>

#include "base/arena.h"

// Of the page's width: the title's beside clouds, above them, without any; less when there is much
// to say.
static const struct share {
    double beside, above, alone;
} FEW = {0.50, 0.82, 0.82}, MANY = {0.42, 0.66, 0.44};
enum { MANY_FROM = 37 };

#define BESIDE_LEAST 19.0 // lettering of clouds beside the title
#define BELOW_GOOD 22.0   // and below it
#define GAP 12.0

static struct share share_of(const struct page *page)
{
    return page->harvest->ideas_n >= MANY_FROM ? MANY : FEW;
}

static double title_height(struct page *page, double width)
{
    return title_draw(page, (struct box){page->margin, page->margin, width, page->h}, false);
}

static struct box centred(const struct page *page, double width, double height)
{
    return (struct box){(page->w - width) / 2, page->margin, width, height};
}

// Title in the middle, clouds left and right of it.
static bool plan_beside(struct page *page, struct sky *sky)
{
    double w = page->w - 2 * page->margin, title_w = w * share_of(page).beside;
    double title_h = title_height(page, title_w);
    double least = fmax(BESIDE_LEAST, page->min_size);
    static const double ROOMS[] = {0.13, 0.15, 0.165, 0.19, 0.215}; // of the page's height
    for (size_t i = 0; i < G_N_ELEMENTS(ROOMS); i++) {
        double h = fmax(title_h, page->h * ROOMS[i]);
        *sky = (struct sky){
            .scenery = scenery_of(page, (struct box){page->margin, page->margin, w, h}),
            .title = centred(page, title_w, title_h),
            .beside = true,
            .h = h,
        };
        sky->scenery.clouds = true;
        if (scenery_plan_sides(&sky->scenery, title_w, least))
            return true;
    }
    return false;
}

// Title above, clouds below it: as low as they read well, cut where the houses would be left no
// room.
static void plan_below(struct page *page, struct sky *sky, double most)
{
    static const double ROOMS[] = {0.05, 0.07, 0.09, 0.12, 0.17, 0.21}; // of the page's height
    double w = page->w - 2 * page->margin, title_w = w * share_of(page).above;
    double title_h = title_height(page, title_w);
    struct box room = {page->margin, page->margin + title_h + GAP, w, 0};
    *sky = (struct sky){.title = centred(page, title_w, title_h)};
    for (size_t i = 0; i < G_N_ELEMENTS(ROOMS); i++) {
        if (i > 1 && title_h + page->h * ROOMS[i] > most)
            break;
        room.h = page->h * ROOMS[i];
        sky->scenery = scenery_of(page, room);
        sky->scenery.clouds = true;
        scenery_plan(&sky->scenery);
        if (!sky->scenery.cramped && sky->scenery.size >= fmax(BELOW_GOOD, page->min_size))
            break;
    }
    sky->h = title_h + GAP + room.h;
}

struct sky street_sky(struct page *page, double most)
{
    struct sky sky = {.h = 0};
    if (page->harvest->core_n == 0) {
        double title_w = (page->w - 2 * page->margin) * share_of(page).alone;
        sky.title = centred(page, title_w, title_height(page, title_w));
        sky.h = sky.title.h;
    } else if (page->portrait || !plan_beside(page, &sky)) {
        plan_below(page, &sky, most);
    }
    return sky;
}

void street_raise_sky(struct sky *sky, double spare)
{
    sky->h += spare;
    if (sky->scenery.n == 0 || sky->scenery.left_out > 0) {
        sky->title.y += spare * 0.4;
        return;
    }
    sky->scenery.room.h += spare;
    if (sky->beside)
        scenery_plan_sides(&sky->scenery, sky->scenery.between, sky->scenery.size);
    else
        scenery_plan(&sky->scenery);
    sky->title.y += sky->beside ? fmin(spare, fmax(0, sky->h - sky->title.h)) * 0.4 : 0;
}

void street_draw_sky(struct page *page, struct sky *sky)
{
    title_draw(page, page->title, true);
    if (page->harvest->core_n > 0)
        scenery_draw_stacks(&sky->scenery);
}

// ---- the sun ------------------------------------------------------------------------------------

#define SUN_RADIUS 78.0
#define SUN_LEAST 34.0
#define RAYS 1.55 // their ends, radii from the middle

static void draw_birds(struct page *page, double x, double y)
{
    furniture_begin_decoration(page);
    figure_bird(&page->pen, x - 5, y, 12);
    figure_bird(&page->pen, x + 17, y - 9, 8);
    scene_end(page->scene);
    page_note(page, OBSTACLE_SCENERY, (struct box){x - 20, y - 20, 48, 26});
}

static int table_at(const struct page *page, int slot)
{
    return page->order != NULL ? page->order[slot] : slot;
}

// An arrow may run from a house to the next.
static bool are_related(const struct page *page, int slot)
{
    int number = page->harvest->tables[table_at(page, slot)].number;
    int next = page->harvest->tables[table_at(page, slot + 1)].number;
    for (size_t i = 0; i < page->harvest->relations_n; i++) {
        const struct harvest_relation *relation = &page->harvest->relations[i];
        if ((relation->a == number && relation->b == next) ||
            (relation->b == number && relation->a == next))
            return true;
    }
    return false;
}

// The house in a slot of the streets.
static const struct house *house_at(const struct page *page, const struct street *street, int slot)
{
    return &street->houses[table_at(page, slot)];
}

// The lowest shoulder between two neighbours of the first street, right of the middle if it can be;
// birds over two others.
void street_draw_sun(struct page *page, const struct street *street)
{
    double sky_end = page->margin + street->sky.h, best = 0, at_x = 0, at_y = 0, at_r = 0;
    for (int i = 0; i + 1 < street->row_n[0]; i++) {
        const struct house *a = house_at(page, street, i), *b = house_at(page, street, i + 1);
        double x = (a->right + b->left) / 2, y = fmin(a->eave, b->eave) - 4;
        double r = fmin(SUN_RADIUS, (y - sky_end - 6) / RAYS);
        double off = fabs(x / page->w - 0.66);
        double worth = r * (1 - 0.5 * off);
        if (r >= SUN_LEAST && worth > best) {
            best = worth;
            at_x = x;
            at_y = y;
            at_r = r;
        }
    }
    for (int i = 0; i + 1 < street->row_n[0]; i += 2) {
        const struct house *a = house_at(page, street, i), *b = house_at(page, street, i + 1);
        double x = (a->right + b->left) / 2, y = fmin(a->eave, b->eave) - 62;
        if (fabs(x - at_x) > 1.5 * SUN_RADIUS && y > sky_end + 26 && !are_related(page, i))
            draw_birds(page, x, y);
    }
    if (best == 0)
        return;
    furniture_begin_decoration(page);
    figure_sun(&page->pen, at_x, at_y, at_r, 13, 180, 360, false);
    scene_end(page->scene);
    page_note(page, OBSTACLE_SCENERY,
              (struct box){at_x - at_r * 1.3, at_y - at_r * RAYS, at_r * 2.6, at_r * RAYS});
}
