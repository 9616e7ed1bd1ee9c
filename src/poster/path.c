// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poster/path.h"

#include <glib.h>
#include <math.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/tr.h"
#include "poster/composition.h"
#include "poster/furniture.h"
#include "poster/ladder.h"

#define TABLES_MOST 12
#define STATION_GAP 34.0
#define STRIP_ROOM 8.0   // from a lane to the agreements
#define TITLE_GAP 12.0   // from the title to the milestones
#define TITLE_SINKS 0.3  // of the height to spare in its row
#define TITLE_ASIDE 22.0 // from the title to what is beside it

struct fit {
    double h[PATH_ROWS];
    double spare;
    int *steps; // width by slot
};

struct arranging {
    struct path path;
    struct page *page;
    double top, bottom; // of rows and lanes
    struct fit fit;
    double title_share[8], title_need[8]; // measured heights
    int titles_n;
};

const struct path *path_of(const struct page *page)
{
    return page->arrangement;
}

bool path_is_back(const struct path *path, const struct island *island)
{
    return path->rows[path->row_of[island - path->page->islands]].back;
}

// ---- rooms --------------------------------------------------------------------------------------

static double title_width(const struct arranging *a, const struct path_way *way)
{
    double w = a->page->w - 2 * a->page->margin;
    return way->share >= 1 ? w : w * way->share;
}

// Room for the title; alone in its row it leaves height to a few large ideas.
static struct box title_room(const struct arranging *a, const struct path_way *way)
{
    const double FEW = 1.5, SHARE = 0.64;
    const struct page *page = a->page;
    double room = title_width(a, way), w = room * (way->share >= 1 && page->large > FEW ? SHARE : 1);
    return (struct box){page->margin + (room - w) / 2, page->margin, w, page->h};
}

// Height of title and milestones.
static double title_need(struct arranging *a, const struct path_way *way)
{
    for (int i = 0; i < a->titles_n; i++)
        if (a->title_share[i] == way->share)
            return a->title_need[i];
    struct page *page = a->page;
    double w = title_width(a, way);
    double need = title_draw(page, title_room(a, way), false) + TITLE_GAP + path_stones_height(page, w);
    if (a->titles_n < (int)G_N_ELEMENTS(a->title_share)) {
        a->title_share[a->titles_n] = way->share;
        a->title_need[a->titles_n++] = need;
    }
    return need;
}

// Rows without heights: which stations are where, how much width they have.
static void set_rows(struct arranging *a, const struct path_way *way)
{
    const struct page *page = a->page;
    struct path *path = &a->path;
    double left = page->margin, right = page->w - page->margin;
    double title = left + title_width(a, way), bank = PATH_RIVER / 2 + PATH_BANK;
    path->rows_n = way->rows;
    path->river = way->river ? title + bank : 0;
    for (int r = 0; r < way->rows; r++) {
        struct path_row *row = &path->rows[r];
        *row = (struct path_row){.n = {way->n[r][0], way->n[r][1]}, .back = r % 2 == 1};
        double x0 = left + (r > 0 && r % 2 == 0 ? PATH_TURN : 0);
        double x1 = right - (r % 2 == 1 ? PATH_TURN : 0);
        if (r == 0 && way->share < 1)
            x0 = title + (way->river ? 0 : TITLE_ASIDE);
        row->x[0] = row->x[1] = x0;
        row->w[1] = x1 - x0;
        if (way->river) {
            row->w[0] = path->river - bank - x0;
            row->x[1] = path->river + bank;
            row->w[1] = x1 - row->x[1];
        }
    }
}

// The slots of one side of a row: slots run along the road.
static int first_slot(const struct path *path, int r, int side)
{
    int slot = 0;
    for (int i = 0; i < r; i++)
        slot += path->rows[i].n[0] + path->rows[i].n[1];
    const struct path_row *row = &path->rows[r];
    return slot + ((side == 1) != row->back ? row->n[1 - side] : 0);
}

static double lanes_height(const struct path_way *way)
{
    return way->rows * (PATH_POST + PATH_ROAD) + (way->rows - 1) * way->headroom;
}

// ---- what the ladder asks -----------------------------------------------------------------------

static bool fits(void *context, const struct candidate *candidate, struct needs *needs)
{
    struct arranging *a = context;
    const struct path_way *way = candidate->detail;
    struct fit *fit = &a->fit;
    set_rows(a, way);
    fit->spare = a->bottom - a->top - lanes_height(way);
    for (int r = 0; r < way->rows; r++) {
        const struct path_row *row = &a->path.rows[r];
        fit->h[r] = r == 0 ? title_need(a, way) : 0;
        for (int side = 0; side < 2; side++) {
            if (row->n[side] == 0)
                continue;
            int slot = first_slot(&a->path, r, side);
            double h = fit->spare <= 0
                           ? -1
                           : needs_row(needs, candidate->table + slot, row->n[side], STATION_GAP,
                                       row->w[side], fit->spare, fit->steps + slot);
            if (h < 0)
                return false;
            fit->h[r] = fmax(fit->h[r], h);
        }
        fit->spare -= fit->h[r];
        if (fit->spare < 0)
            return false;
    }
    return true;
}

// Where the other side of the river made the row higher, stations need not lie flat: as narrow as
// that height lets them be, within reason.
static void stand_up(struct arranging *a, const struct candidate *candidate, struct needs *needs,
                     int r, int side)
{
    const double FILLED = 0.88, REASON = 540;
    int slot = first_slot(&a->path, r, side);
    double height = (a->fit.h[r] + a->fit.spare / a->path.rows_n) * FILLED;
    for (int i = slot; i < slot + a->path.rows[r].n[side]; i++) {
        int now = a->fit.steps[i];
        int least = needs_stack(needs, &candidate->table[i], 1, 0, height, now);
        if (least >= 0)
            a->fit.steps[i] = MAX(least, MIN(now, needs_step(REASON)));
    }
}

// Stations share out the width that is left, as far as they are not higher for it.
static bool widen(void *context, const struct candidate *candidate, struct needs *needs,
                  double *widths)
{
    struct arranging *a = context;
    if (!fits(a, candidate, needs))
        return false;
    for (int r = 0; r < a->path.rows_n; r++)
        for (int side = 0; side < 2; side++) {
            const struct path_row *row = &a->path.rows[r];
            int slot = first_slot(&a->path, r, side), n = row->n[side];
            double spare = row->w[side] - (n - 1) * STATION_GAP;
            stand_up(a, candidate, needs, r, side);
            for (int i = slot; i < slot + n; i++)
                spare -= needs_width(a->fit.steps[i]);
            for (int i = slot; i < slot + n; i++) {
                double w = needs_width(a->fit.steps[i]);
                int step = needs_step(w + fmin(spare / n * 0.9, w * 0.3));
                while (step > a->fit.steps[i] &&
                       needs_cost(needs, candidate->table[i], step) > a->fit.h[r])
                    step--;
                widths[i] = needs_width(step);
            }
        }
    return true;
}

// By how much the stations of a row can be higher and look well.
static double row_stretch(const struct arranging *a, int r, const struct pack *packs)
{
    const double AIR = 24; // above them
    double most = 0;
    for (int side = 0; side < 2; side++)
        for (int i = 0; i < a->path.rows[r].n[side]; i++)
            most = fmax(most, pack_stretch(&packs[first_slot(&a->path, r, side) + i]));
    return most + AIR;
}

// How the height that is left goes to the rows: the title may be a little higher, stations more; what
// no station can fill is the title's and its milestones'.
static void share_spare(struct arranging *a, const struct pack *packs)
{
    int rows = a->path.rows_n;
    bool alone = a->path.rows[0].n[0] + a->path.rows[0].n[1] == 0;
    double first = alone ? 0.5 / fmax(1, a->page->large) : 1.0 / rows, left = a->fit.spare;
    for (int r = 1; r < rows; r++) {
        double share = a->fit.spare * (1 - first) / (rows - 1);
        if (alone)
            share = fmin(share, row_stretch(a, r, packs));
        a->fit.h[r] += share;
        left -= share;
    }
    a->fit.h[0] += left;
    a->fit.spare = 0;
}

static void place_row(struct arranging *a, const struct candidate *candidate, int r,
                      struct pack *packs)
{
    struct path *path = &a->path;
    const struct path_row *row = &path->rows[r];
    double room = row->foot - row->top;
    for (int side = 0; side < 2; side++) {
        int slot = first_slot(path, r, side), n = row->n[side];
        double spare = row->w[side] - (n - 1) * STATION_GAP;
        for (int i = slot; i < slot + n; i++)
            spare -= packs[i].w;
        double x = row->x[side] + spare / (2 * MAX(n, 1));
        for (int i = 0; i < n; i++) {
            int at = row->back ? slot + n - 1 - i : slot + i;
            const struct pack *pack = &packs[at];
            double h = pack->h + fmin((room - pack->h) * 0.7, pack_stretch(pack));
            path->row_of[candidate->table[at]] = r;
            island_set(path->page, pack, (struct box){x, row->foot - h, pack->w, h});
            x += pack->w + STATION_GAP + spare / MAX(n, 1);
        }
    }
}

static bool place(void *context, const struct candidate *candidate, struct pack *packs)
{
    struct arranging *a = context;
    struct page *page = a->page;
    struct path *path = &a->path;
    const struct path_way *way = candidate->detail;
    for (int r = 0; r < path->rows_n; r++)
        for (int side = 0; side < 2; side++)
            for (int i = 0; i < path->rows[r].n[side]; i++) {
                double more = packs[first_slot(path, r, side) + i].h - a->fit.h[r];
                if (more > 0) {
                    a->fit.h[r] += more;
                    a->fit.spare -= more;
                }
            }
    if (a->fit.spare < 0)
        return false;
    share_spare(a, packs);
    double y = a->top;
    for (int r = 0; r < path->rows_n; r++) {
        struct path_row *row = &path->rows[r];
        row->top = y;
        row->foot = y + a->fit.h[r];
        row->lane = row->foot + PATH_POST + PATH_ROAD / 2;
        y = row->lane + PATH_ROAD / 2 + way->headroom;
    }
    page->arrangement = path;
    for (int r = 0; r < path->rows_n; r++)
        place_row(a, candidate, r, packs);
    double w = title_width(a, way), margin = page->margin;
    page->title = title_room(a, way);
    page->title.h = title_draw(page, page->title, false);
    double spare = path->rows[0].foot - page->title.y - title_need(a, way);
    page->title.y += fmax(0, spare) * TITLE_SINKS;
    double stones = page->title.y + page->title.h + TITLE_GAP;
    page->scenery = (struct box){margin, stones, w, path->rows[0].lane - PATH_ROAD / 2 - stones};
    return true;
}

// ---- the composition ----------------------------------------------------------------------------

static bool arrange(struct page *page, struct err *err)
{
    int n = (int)page->harvest->tables_n;
    page->islands_n = page->harvest->tables_n;
    page->islands = ARENA_ARRAY(page->arena, struct island, MAX(page->islands_n, 1));
    if (n < 1 || n > TABLES_MOST)
        return err_set(err, ERR_INPUT,
                       N_("%zu tables do not fit on this page. Choose a larger one."),
                       page->harvest->tables_n);
    furniture_set_rooms(page);
    struct arranging *a = ARENA_NEW(page->arena, struct arranging);
    struct path *path = &a->path;
    a->page = path->page = page;
    path->row_of = ARENA_ARRAY(page->arena, int, (size_t)n);
    a->fit.steps = ARENA_ARRAY(page->arena, int, (size_t)n);
    path->start = page->margin;
    path->end = page->w - page->margin;
    path->left = page->margin + PATH_ROAD / 2 + 3;
    path->right = page->w - page->margin - PATH_ROAD / 2 - 3;
    page->strip.x += PATH_TURN - 14;
    page->strip.w -= PATH_TURN - 14;
    path->last = strip_road(page->strip) + PATH_ROAD / 2;
    a->top = page->margin;
    a->bottom = page->strip.y - STRIP_ROOM;
    page->scale = 1;
    struct ladder ladder;
    ladder_init(&ladder, page, pack_tables(page));
    ladder.scratch = arena_new();
    ladder.context = a;
    ladder.fits = fits;
    ladder.widen = widen;
    ladder.place = place;
    ladder.near = path_ways(page, false);
    ladder.any = ladder.few = path_ways(page, true);
    bool ok = ladder_climb_down(&ladder);
    arena_free(ladder.scratch);
    if (!ok)
        return err_set(err, ERR_INPUT,
                       N_("%zu tables do not fit on this page. Choose a larger one."),
                       page->harvest->tables_n);
    path_find_crossings(path);
    return true;
}

static void draw_setting(struct page *page)
{
    path_draw_road(page);
    title_draw(page, page->title, true);
    path_draw_stones(page, page->scenery);
    strip_draw_at_road(page, page->strip);
    footer_draw(page, page->footer);
    path_draw_people(page);
}

const struct composition composition_path = {
    .name = "path",
    .aliases = {"weg"},
    .tables_most = TABLES_MOST,
    .forms = path_stations,
    .forms_n = PATH_STATIONS,
    .bare = true,
    .crossings = true,
    .suits = path_suits,
    .arrange = arrange,
    .draw_setting = draw_setting,
    .note_island = island_note,
    .draw_ground = island_draw_ground,
};
