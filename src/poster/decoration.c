// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// People first, then trees and birds, in the space that is left (ART.md, sections 0.7 and 9).
#include <glib.h>
#include <math.h>

#include "base/arena.h"
#include "base/tr.h"
#include "draw/colour.h"
#include "draw/figure.h"
#include "poster/composition.h"
#include "poster/page.h"
#include "poster/space.h"

enum drawing {
    DRAW_TALK,
    DRAW_PERSON,
    DRAW_DUO,
    DRAW_FAMILY,
    DRAW_WHEELCHAIR,
    DRAW_READER,
    DRAW_TREE,
    DRAW_BUSH,
    DRAW_BIRDS
};

struct wish {
    enum drawing drawing;
    double w, h; // art units
    int variant;
};

// In every island, the first that has room.
static const struct wish in_islands[] = {{DRAW_TALK, 150, 128, 0},
                                         {DRAW_PERSON, 84, 128, 0},
                                         {DRAW_PERSON, 70, 104, 0},
                                         {DRAW_PERSON, 58, 86, 0}};
// On the open page, each as large as there is room.
static const struct wish people[] = {{DRAW_DUO, 160, 150, 0},        {DRAW_FAMILY, 170, 130, 0},
                                     {DRAW_WHEELCHAIR, 110, 132, 0}, {DRAW_READER, 80, 140, 0},
                                     {DRAW_PERSON, 84, 140, 0},      {DRAW_PERSON, 78, 124, 1}};
static const double people_scales[] = {1.25, 1, 0.84, 0.7};
static const struct wish plants[] = {{DRAW_TREE, 100, 132, 0}, {DRAW_BUSH, 82, 46, 0},
                                     {DRAW_TREE, 92, 116, 2},  {DRAW_TREE, 64, 104, 1},
                                     {DRAW_BUSH, 66, 38, 1},   {DRAW_TREE, 54, 88, 1}};
static const double plant_scales[] = {1, 0.78};
static const struct wish birds = {DRAW_BIRDS, 44, 34, 0};
enum { BIRDS = 3 };

struct placed {
    double x, y;
    enum drawing drawing;
};

struct decorator {
    struct page *page;
    struct space space;
    GArray *placed; // struct placed
    int heads;      // drawn so far: no two neighbours get the same hair
};

struct request {
    const struct decorator *decorator;
    enum drawing drawing;
    double pad, apart; // round it; least distance to other drawings
    bool ground;       // must stand on something
    uint8_t value;
};

// Something solid close under the feet: its worth, 0 when there is none.
static double support(const struct request *request, struct box place)
{
    const struct space *space = &request->decorator->space;
    int x0 = MAX(0, (int)((place.x + request->pad) / SPACE_CELL));
    int x1 = MIN(space->nx - 1, (int)((place.x + place.w - request->pad) / SPACE_CELL));
    int y0 = (int)((place.y + place.h) / SPACE_CELL);
    for (int dy = 0; dy < 4 && y0 + dy < space->ny; dy++) {
        int solid = 0;
        for (int x = x0; x <= x1; x++)
            solid += space->cells[(y0 + dy) * space->nx + x] != request->value;
        if (solid > 0.6 * (x1 - x0 + 1))
            return 260 - dy * 40;
    }
    return 0;
}

// The upper edge under the middle half of `box`, exactly: of a heading, a board or an outline.
// False where nothing can carry a plant.
static bool ground_under(const struct page *page, struct box box, double *y)
{
    double left = box.x + box.w * 0.25, right = box.x + box.w * 0.75, top = INFINITY;
    bool carries = false, bare = page->composition->bare;
    for (size_t i = 0; i < page->obstacles_n; i++) {
        const struct obstacle *o = &page->obstacles[i];
        if (o->box.x > left || o->box.x + o->box.w < right || o->box.y <= box.y + box.h * 0.5 ||
            o->box.y >= top)
            continue;
        top = o->box.y;
        carries = (o->kind == OBSTACLE_HEADING && !bare) || o->kind == OBSTACLE_BOARD;
        *y = top + 2;
    }
    for (size_t i = 0; i < page->islands_n; i++) {
        const struct line *outline = &page->islands[i].outline;
        double at[2] = {INFINITY, INFINITY};
        for (size_t k = 0; k < outline->n; k++) {
            struct point a = outline->p[k], b = outline->p[(k + 1) % outline->n];
            for (int side = 0; side < 2; side++) {
                double x = side == 0 ? left : right;
                if ((a.x <= x) == (b.x <= x))
                    continue;
                double here = a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x);
                if (here > box.y + box.h * 0.5)
                    at[side] = fmin(at[side], here);
            }
        }
        bool level = !isinf(at[0]) && !isinf(at[1]) && fabs(at[0] - at[1]) < box.h * 0.35;
        if (level && fmin(at[0], at[1]) < top) {
            top = fmin(at[0], at[1]);
            carries = !bare;
            *y = fmax(at[0], at[1]);
        }
    }
    return carries && *y - (box.y + box.h) <= 60;
}

static double score_place(void *context, struct box place)
{
    const struct request *request = context;
    double x = place.x + place.w / 2, y = place.y + place.h / 2, nearest = 900, same = 1400,
           stands = 0;
    const GArray *placed = request->decorator->placed;
    for (guint i = 0; i < placed->len; i++) {
        const struct placed *other = &g_array_index(placed, struct placed, i);
        double d = hypot(x - other->x, y - other->y);
        nearest = fmin(nearest, d);
        if (other->drawing == request->drawing)
            same = fmin(same, d);
    }
    if (nearest < request->apart)
        return SPACE_NOWHERE;
    if (request->ground) {
        stands = support(request, place);
        if (stands < (request->drawing == DRAW_BUSH ? 220 : 1))
            return SPACE_NOWHERE;
        double floor; // where only roads carry, other solid things are many
        struct page *page = request->decorator->page;
        if (page->composition->bare && !ground_under(page, box_grow(place, -request->pad), &floor))
            return SPACE_NOWHERE;
    }
    return fmin(nearest, 600) * 0.35 + same * 0.35 + place.y * 0.05 + stands;
}

// ---- the drawings
// ---------------------------------------------------------------------------------

static struct person next_person(struct decorator *d, uint32_t colour, enum pose pose, double look)
{
    // 5 and the number of heads share no divisor: all come before one comes again.
    enum hair hair = (enum hair)((d->heads++ * 5 + 3) % HAIR_COUNT);
    return (struct person){.hair = hair, .colour = colour, .pose = pose, .look = look};
}

static uint32_t colour_of(const struct decorator *d, int table, int i)
{
    return table > 0 ? d->page->islands[table - 1].colour
                     : colour_accent(1 + (i + (int)d->placed->len) % 6);
}

static void draw_people(struct decorator *d, const struct wish *wish, struct box box, int table)
{
    struct pen *pen = &d->page->pen;
    // Hair stands above a person's height, the ground is drawn below their feet.
    double x = box.x, w = box.w, h = box.h * 0.94 - 6, y = box.y + box.h - 8;
    struct person a, b, child;
    bool inward = x + w / 2 > d->page->w * 0.52; // who stands alone looks at the page's middle
    switch (wish->drawing) {
    case DRAW_TALK:
        a = next_person(d, colour_of(d, table, 0), POSE_GIVE, 0.6);
        b = next_person(d, COLOUR_WARM, POSE_DOWN, 0.6);
        b.flip = b.talking = true;
        figure_person(pen, x + w * 0.25, y, h * 0.95, &a, "a");
        figure_person(pen, x + w * 0.74, y, h * 0.92, &b, "b");
        break;
    case DRAW_DUO:
        a = next_person(d, colour_of(d, table, 0), POSE_GIVE, 0.7);
        b = next_person(d, colour_of(d, table, 2), POSE_GIVE, 0.7);
        b.flip = true;
        figure_person(pen, x + w * 0.27, y, h * 0.94, &a, "a");
        figure_person(pen, x + w * 0.75, y, h * 0.90, &b, "b");
        break;
    case DRAW_FAMILY:
        a = next_person(d, colour_of(d, table, 0), POSE_GIVE, 0.5);
        child = next_person(d, colour_of(d, table, 1), POSE_WAVE, 0);
        b = next_person(d, colour_of(d, table, 3), POSE_DOWN, 0.5);
        b.flip = b.dress = true;
        figure_person(pen, x + w * 0.20, y, h * 0.95, &a, "a");
        figure_person(pen, x + w * 0.53, y, h * 0.60, &child, "child");
        figure_person(pen, x + w * 0.83, y, h * 0.92, &b, "b");
        break;
    case DRAW_WHEELCHAIR:
        a = next_person(d, colour_of(d, table, 0), POSE_DOWN, 0.5);
        a.flip = inward;
        figure_wheelchair(pen, x + w / 2 - 4, y, h * 0.97, &a, "a");
        break;
    case DRAW_READER:
        a = next_person(d, colour_of(d, table, 1), POSE_READ, 0);
        figure_person(pen, x + w / 2, y, h * 0.96, &a, "a");
        break;
    default: {
        static const enum pose poses[] = {POSE_WAVE, POSE_TALK, POSE_POINT, POSE_HIP};
        a = next_person(d, colour_of(d, table, 0),
                        poses[(unsigned)(d->heads + wish->variant) % G_N_ELEMENTS(poses)], 0.5);
        a.flip = inward;
        figure_person(pen, x + w / 2 - 2, y, h * 0.95, &a, "a");
    }
    }
    // The ground they stand on: two pulls that do not quite meet.
    const double pulls[2][2] = {{2, w * 0.64}, {w * 0.69, w - 3}};
    for (int i = 0; i < 2; i++) {
        struct line ground;
        line_init(&ground);
        line_add(&ground, x + pulls[i][0], y + 5);
        line_add(&ground, x + pulls[i][1], y + 5.5);
        struct pen_stroke stroke = PEN_STROKE(PEN_FINE);
        stroke.wobble = 0.8;
        pen_line(pen, &ground, stroke);
        line_clear(&ground);
    }
}

static const char *alt_of(struct page *page, enum drawing drawing)
{
    switch (drawing) {
    case DRAW_TALK:
    case DRAW_DUO:
        return page_tr(page, N_("Two people in conversation"));
    case DRAW_FAMILY:
        return page_tr(page, N_("A family"));
    case DRAW_WHEELCHAIR:
        return page_tr(page, N_("A person in a wheelchair"));
    case DRAW_READER:
        return page_tr(page, N_("A person with a book"));
    case DRAW_PERSON:
        return page_tr(page, N_("A person"));
    default:
        return NULL;
    }
}

static void draw(struct decorator *d, const struct wish *wish, struct box box, int table)
{
    struct page *page = d->page;
    struct pen *pen = &page->pen;
    const char *alt = alt_of(page, wish->drawing);
    pen_push(pen, 0, 0, 1, arena_printf(page->arena, "decoration %u", d->placed->len));
    scene_begin(
        page->scene,
        (struct scene_mark){
            .kind = alt != NULL ? KIND_FIGURE : KIND_DECORATION,
            .role = alt != NULL ? ROLE_FIGURE : ROLE_ARTIFACT,
            .id = alt != NULL ? arena_printf(page->arena, "figure:%u", d->placed->len) : NULL,
            .alt = alt,
            .box = BOX_EMPTY,
        });
    double x = box.x + box.w / 2, y = box.y + box.h - 3;
    uint32_t green = colour_accent(2);
    switch (wish->drawing) {
    case DRAW_TREE:
        figure_tree(pen, x, y, box.h * 0.93, wish->variant == 1 ? colour_accent(5) : green,
                    wish->variant);
        break;
    case DRAW_BUSH:
        figure_bush(pen, x, y, box.h, green);
        break;
    case DRAW_BIRDS:
        figure_bird(pen, x - 4, box.y + box.h * 0.5, 12);
        figure_bird(pen, x + 14, box.y + box.h * 0.25, 8);
        break;
    default:
        draw_people(d, wish, box, table);
    }
    scene_end(page->scene);
    pen_pop(pen);
}

// Draws `wish`, `scale` times as large, where there is room for it. `table`: inside that island
// (1-based), 0: on the open page.
static bool put(struct decorator *d, const struct wish *wish, double scale, int table, double pad,
                double apart, bool ground)
{
    struct request request = {d, wish->drawing, pad, apart, ground, (uint8_t)table};
    double w = wish->w * scale, h = wish->h * scale;
    struct box found;
    if (!space_find(&d->space, w + 2 * pad, h + 2 * pad, (uint8_t)table, score_place, &request,
                    &found))
        return false;
    struct box box = {found.x + pad, found.y + pad, w, h};
    if (ground) {
        double y;
        if (!ground_under(d->page, box, &y))
            return false;
        box.y = y - h + 2;
        if (!space_is(&d->space, (struct box){box.x + 2, box.y, w - 4, h - 22}, SPACE_FREE))
            return false;
    }
    draw(d, wish, box, table);
    struct placed placed = {box.x + w / 2, box.y + h / 2, wish->drawing};
    g_array_append_val(d->placed, placed);
    space_put(&d->space, box, 8, SPACE_BLOCKED);
    page_note(d->page, OBSTACLE_DRAWING, box);
    return true;
}

static void put_plants(struct decorator *d)
{
    // None in the scene: vegetation belongs to the islands.
    struct space open = d->space;
    size_t size = (size_t)open.nx * (size_t)open.ny;
    d->space.cells = g_memdup2(open.cells, size);
    space_put(&d->space, box_union(d->page->scenery, d->page->title), 10, SPACE_BLOCKED);
    for (size_t i = 0; i < G_N_ELEMENTS(plants); i++)
        for (size_t k = 0; k < G_N_ELEMENTS(plant_scales); k++)
            if (put(d, &plants[i], plant_scales[k], 0, 5, 120, true))
                break;
    space_clear(&d->space);
    d->space = open;
    // What was planted meanwhile.
    for (guint i = 0; i < d->page->obstacles_n; i++)
        space_put(&d->space, d->page->obstacles[i].box, 8, SPACE_BLOCKED);
}

static void put_in_the_open(struct decorator *d)
{
    for (size_t i = 0; i < G_N_ELEMENTS(people); i++)
        for (size_t k = 0; k < G_N_ELEMENTS(people_scales); k++)
            if (put(d, &people[i], people_scales[k], 0, 9, 150, d->page->composition->bare))
                break;
    put_plants(d);
    for (int i = 0; i < BIRDS; i++)
        put(d, &birds, 1, 0, 10, 170, false);
}

void decoration_draw(struct page *page)
{
    struct decorator d = {.page = page,
                          .space = space_of(page),
                          .placed = g_array_new(FALSE, FALSE, sizeof(struct placed))};
    for (size_t i = 0; i < page->obstacles_n; i++)
        if (page->obstacles[i].kind == OBSTACLE_CROSSED)
            space_put(&d.space, page->obstacles[i].box, 8, SPACE_BLOCKED);
    for (size_t i = 0; i < page->islands_n && i < 254; i++)
        for (size_t k = 0; k < G_N_ELEMENTS(in_islands); k++)
            if (put(&d, &in_islands[k], 1, (int)i + 1, 12, 0, false))
                break;
    if (!page->composition->inhabited)
        put_in_the_open(&d);
    space_clear(&d.space);
    g_array_free(d.placed, TRUE);
}
