// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Houses stand in the order of their numbers. A street of them needs the least height of walls at
// which they are narrow enough; the streets share the height of the page, the houses of a street
// its width. What a house has to spare it partly keeps as flats, which makes the skyline uneven.
#include <glib.h>
#include <math.h>

#include "base/arena.h"
#include "poster/placement.h"
#include "poster/form.h"
#include "poster/street.h"

#define HOUSE_GAP 16.0
#define SKY_GAP 34.0    // above the roofs, for lines between houses
// From a street to the roofs of the next, where arrows run; on small paper ideas need the height.
#define STREET_GAP 60.0
#define STREET_GAP_SMALL 52.0
#define WIDEST 860.0    // a house; of one alone:
#define WIDEST_ALONE 1750.0
#define ONE_STREET 8 // houses: more stand in two, on landscape pages
#define GARDEN_LEAST 90.0
#define WALL_INSET ROOF_OVERHANG
#define FLAT_W 62.0
#define FLAT_H 74.0
#define FLAT_PITCH_X 108.0
#define FLAT_PITCH_Y 110.0
#define FLATS_ROWS 3
#define SPARE_MOST 330.0 // that walls grow by: three rows of flats
#define SKY_GROWS 0.12   // most, of the page's height
#define EAVE 0.62        // of the heading's height, the eaves' place

// What is said needs more of a house the more it is; the rest of it is larger where little is said.
static double proportion(const struct page *page, double full, double sparse)
{
    size_t cards = page->harvest->ideas_n, tables = page->harvest->tables_n;
    return cards > 7 * tables ? full : cards <= 4 * tables ? sparse : 1;
}

// Ground floor and roof of one street, of two, of three.
static double floor_height(const struct page *page, int rows)
{
    static const double WIDE[] = {1, 1, 0.74, 0.62}, TALL[] = {1, 1, 0.84, 0.74};
    double k = (page->portrait ? TALL : WIDE)[rows];
    return FRONT_FLOOR * k * proportion(page, 0.84, rows == 1 ? 1.22 : 1);
}

static double roof_rise(const struct page *page, int rows)
{
    static const double WIDE[] = {84, 84, 66, 54}, TALL[] = {90, 90, 76, 64};
    return (page->portrait ? TALL : WIDE)[rows] * proportion(page, 0.76, rows == 1 ? 1.3 : 1);
}

static double street_gap(const struct page *page)
{
    const double SMALL = 20; // least lettering
    return page->min_size > SMALL ? STREET_GAP_SMALL : STREET_GAP;
}

// All walls together, headings included.
static double walls_height(const struct street_search *search, int rows)
{
    const struct page *page = search->page;
    double h = search->street->bottom - page->margin - search->sky.h - SKY_GAP;
    return h - rows * (roof_rise(page, rows) + floor_height(page, rows)) - (rows - 1) * street_gap(page);
}

static double inner_width(const struct page *page)
{
    return page->w - 2 * page->margin;
}

// ---- what the ladder asks -----------------------------------------------------------------------

static void add_candidate(struct page *page, GArray *all, const int *table, struct rows rows,
                          double cost)
{
    struct rows *detail = ARENA_NEW(page->arena, struct rows);
    *detail = rows;
    struct candidate candidate = {table, cost, detail};
    g_array_append_val(all, candidate);
}

// `n` houses in `rows` streets as evenly as can be, but for `more` in the first.
static void add_split(struct page *page, GArray *all, const int *table, int n, int rows, int more)
{
    int preferred = page->portrait ? (n <= 3 ? 1 : n <= 8 ? 2 : 3) : (n <= ONE_STREET ? 1 : 2);
    struct rows split = {.n = rows};
    int left = n - (n + rows - 1) / rows - more;
    split.of[0] = n - left;
    for (int k = 1; k < rows; k++) {
        split.of[k] = (left + rows - k - 1) / (rows - k);
        left -= split.of[k];
    }
    for (int k = 0; k < rows; k++)
        if (split.of[k] <= 0)
            return;
    double cost = (n <= 6 ? 5 : 2.6) * abs(rows - preferred) + 1.6 * abs(more);
    add_candidate(page, all, table, split, cost);
}

static struct candidates keep(struct page *page, GArray *all)
{
    struct candidate *of = ARENA_ARRAY(page->arena, struct candidate, MAX(all->len, 1));
    struct candidates candidates = {of, all->len};
    for (guint i = 0; i < all->len; i++)
        of[i] = g_array_index(all, struct candidate, i);
    g_array_free(all, TRUE);
    return candidates;
}

struct candidates street_candidates(struct page *page, bool uneven)
{
    int n = (int)page->harvest->tables_n;
    int *table = ARENA_ARRAY(page->arena, int, (size_t)n);
    placement_order(page, table, NULL);
    GArray *all = g_array_new(FALSE, FALSE, sizeof(struct candidate));
    int least = n > ONE_STREET && !page->portrait ? 2 : 1;
    for (int rows = least; rows <= MIN(n, STREETS_MOST); rows++) {
        add_split(page, all, table, n, rows, 0);
        if (uneven && rows > 1) {
            add_split(page, all, table, n, rows, 1);
            add_split(page, all, table, n, rows, -1);
        }
    }
    return keep(page, all);
}

bool street_fits(void *context, const struct candidate *candidate, struct needs *needs)
{
    struct street_search *search = context;
    const struct rows *rows = candidate->detail;
    double room = walls_height(search, rows->n), sum = 0;
    for (int k = 0, first = 0; k < rows->n; first += rows->of[k], k++) {
        if (room - sum <= 60)
            return false;
        search->row_h[k] = needs_row(needs, candidate->table + first, rows->of[k], HOUSE_GAP,
                                     inner_width(search->page), room - sum, search->steps + first);
        if (search->row_h[k] < 0)
            return false;
        sum += search->row_h[k];
    }
    return sum <= room;
}

// How far houses can grow when the measure of all is `level`: to that times what there is to read in
// them, none beyond the widest. Returns the width they then take.
static double rise(const struct street_search *search, const int *table, int first, int n,
                   double level, double *widths)
{
    const struct harvest *harvest = search->page->harvest;
    double most = harvest->tables_n == 1 ? WIDEST_ALONE : WIDEST, sum = HOUSE_GAP * (n - 1);
    for (int i = first; i < first + n; i++) {
        double least = needs_width(search->steps[i]);
        // Half of it is the same for all: narrow houses look poor.
        double wanted = level * (1 + page_reading(&harvest->tables[table[i]]) / search->mean_reading);
        widths[i] = fmax(least, fmin(most, wanted));
        sum += widths[i];
    }
    return sum;
}

// Shares the width that houses from `first` on have to spare, as water rises over uneven ground.
static void share_width(struct street_search *search, const int *table, int first, int n)
{
    double low = 0, high = inner_width(search->page);
    for (int i = 0; i < 24; i++) {
        double middle = (low + high) / 2;
        if (rise(search, table, first, n, middle, search->widths) <= inner_width(search->page))
            low = middle;
        else
            high = middle;
    }
    rise(search, table, first, n, low, search->widths);
}

bool street_widen(void *context, const struct candidate *candidate, struct needs *needs,
                  double *widths)
{
    struct street_search *search = context;
    const struct rows *rows = candidate->detail;
    if (!street_fits(context, candidate, needs))
        return false;
    for (int k = 0, first = 0; k < rows->n; first += rows->of[k], k++) {
        share_width(search, candidate->table, first, rows->of[k]);
        for (int i = first; i < first + rows->of[k]; i++) {
            // Wider is not always lower.
            int step = needs_step(search->widths[i]);
            while (step > search->steps[i] &&
                   needs_height(needs, candidate->table[i], step) > search->row_h[k])
                step--;
            widths[i] = needs_width(step);
        }
    }
    return true;
}

// ---- places -------------------------------------------------------------------------------------

// Rows of flats below what was said; the content keeps some of the height that is to spare.
static int flat_rows(const struct pack *pack, double spare)
{
    double kept = fmin(spare * 0.35, 0.5 * pack_stretch(pack));
    return CLAMP((int)((spare - kept) / FLAT_PITCH_Y), 0, FLATS_ROWS);
}

static void set_flats(struct page *page, struct house *house, int rows)
{
    static const enum window_life LIVES[] = {LIFE_PERSON, LIFE_CURTAINS, LIFE_BALCONY, LIFE_LIGHT,
                                             LIFE_PLANT,  LIFE_PERSON,   LIFE_CAT};
    double w = house->right - house->left;
    int columns = MAX(1, (int)((w - 30) / FLAT_PITCH_X));
    house->flats = ARENA_ARRAY(page->arena, struct flat, (size_t)MAX(1, rows * columns));
    house->flats_n = 0;
    double pitch = w / columns, sill = house->ground - house->floor - 22;
    for (int row = 0; row < rows; row++)
        for (int i = 0; i < columns; i++) {
            int turn = house->number * 3 + row * 5 + i;
            house->flats[house->flats_n++] = (struct flat){
                .x = house->left + pitch * (i + 0.5) - FLAT_W / 2,
                .y = sill - row * FLAT_PITCH_Y,
                .w = FLAT_W,
                .h = FLAT_H,
                .life = LIVES[turn % (int)G_N_ELEMENTS(LIVES)],
                // 5 and the number of heads share no divisor: neighbours differ.
                .hair = (enum hair)((house->number * 4 + row * 3 + i * 5) % HAIR_COUNT),
            };
        }
}

static void set_house(struct street_search *search, int i, const struct pack *pack, double x,
                      double ground, double wall_h, int rows)
{
    // Shares of the height to spare that walls grow by.
    static const double GROWN[] = {0.62, 0.94, 0.76, 0.5, 0.86, 0.68};
    struct page *page = search->page;
    size_t table = (size_t)(pack->table->table - page->harvest->tables);
    struct house *house = &search->street->houses[table];
    double spare = fmax(0, wall_h - pack->h) * GROWN[i % (int)G_N_ELEMENTS(GROWN)];
    int flats = flat_rows(pack, spare);
    double floor = floor_height(page, rows), top = ground - floor - pack->h - spare;
    double content = pack->h + fmin(spare - flats * FLAT_PITCH_Y, pack_stretch(pack));
    *house = (struct house){
        .roof = (enum roof)(i % ROOF_COUNT),
        .left = x + WALL_INSET,
        .right = x + pack->w - WALL_INSET,
        .eave = top + EAVE * pack->heading.h,
        .rise = roof_rise(page, rows) + EAVE * pack->heading.h,
        .ground = ground,
        .floor = floor,
        .number = i,
    };
    set_flats(page, house, flats);
    struct island *island = &page->islands[table];
    line_clear(&island->outline); // of an attempt before
    struct placed *placed = pack_place(page, pack, (struct box){x, top, pack->w, content});
    placed->heading_x = x + (pack->w - pack->heading.w) / 2;
    *island = (struct island){
        .table = pack->table->table,
        .form = pack->table->form,
        .colour = colour_accent(pack->table->table->colour),
        .layout = placed,
    };
    street_outline(house, island);
}

// Houses side by side; what they leave of the width becomes gardens, or wider gaps.
static void set_row(struct street_search *search, int first, int n, const struct pack *packs,
                    double ground, double wall_h, int rows)
{
    const struct page *page = search->page;
    struct street *street = search->street;
    double gap = HOUSE_GAP, spare = inner_width(page) - HOUSE_GAP * (n - 1), x = page->margin;
    for (int i = 0; i < n; i++)
        spare -= packs[first + i].w;
    bool gardens = spare / (n + 1) >= GARDEN_LEAST;
    if (gardens) {
        gap += spare / (n + 1);
        x += spare / (n + 1);
    } else if (n > 1) {
        gap += spare / (n - 1);
    } else {
        x += spare / 2;
    }
    double free_from = page->margin;
    for (int i = first; i < first + n; i++) {
        set_house(search, i, &packs[i], x, ground, wall_h, rows);
        if (gardens)
            street->gardens[street->gardens_n++] = (struct garden){free_from, x, ground};
        x += packs[i].w;
        free_from = x;
        x += gap;
    }
    if (gardens)
        street->gardens[street->gardens_n++] =
            (struct garden){free_from, page->w - page->margin, ground};
}

bool street_place(void *context, const struct candidate *candidate, struct pack *packs)
{
    struct street_search *search = context;
    struct page *page = search->page;
    struct street *street = search->street;
    const struct rows *rows = candidate->detail;
    street->sky = search->sky;
    double row_h[STREETS_MOST] = {0}, sum = 0, room = walls_height(search, rows->n);
    for (int k = 0, i = 0; k < rows->n; k++) {
        for (int last = i + rows->of[k]; i < last; i++)
            row_h[k] = fmax(row_h[k], packs[i].h);
        sum += row_h[k];
    }
    if (sum > room + 1)
        return false;
    // What walls do not grow by raises the sky.
    double spare = fmax(0, room - sum), grown = fmin(spare, SPARE_MOST * rows->n);
    double sky = fmin(spare - grown, page->h * SKY_GROWS);
    grown = spare - sky;
    street->rows = rows->n;
    street->gardens_n = 0;
    street->gardens =
        ARENA_ARRAY(page->arena, struct garden, page->harvest->tables_n + STREETS_MOST);
    double ground = street->bottom;
    for (int k = rows->n - 1, end = (int)page->harvest->tables_n; k >= 0; k--) {
        double wall_h = row_h[k] + grown * row_h[k] / sum;
        int first = end - rows->of[k];
        street->row_n[k] = rows->of[k];
        street->ground[k] = ground;
        set_row(search, first, rows->of[k], packs, ground, wall_h, rows->n);
        ground -= floor_height(page, rows->n) + wall_h + roof_rise(page, rows->n) + street_gap(page);
        end = first;
    }
    street_raise_sky(&street->sky, sky);
    page->title = street->sky.title;
    page->scenery =
        (struct box){page->margin, page->margin, page->w - 2 * page->margin, street->sky.h};
    return true;
}
